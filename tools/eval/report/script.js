// What a pointer can ask of a report. Everything is there without it.
"use strict";

// Tables: a click on a heading orders the rows by it; cells say in data-key by what.
for (const table of document.querySelectorAll("table.sortable")) {
  const body = table.tBodies[0];
  const headings = [...table.tHead.rows[0].cells];
  headings.forEach((heading, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...heading.childNodes);
    heading.append(button);
    button.addEventListener("click", () => {
      const number = heading.classList.contains("number");
      const before = heading.getAttribute("aria-sort");
      const down = before ? before === "ascending" : number;
      headings.forEach(other => other.removeAttribute("aria-sort"));
      heading.setAttribute("aria-sort", down ? "descending" : "ascending");
      const key = row => row.cells[column].dataset.key;
      const compare = number ? (a, b) => a - b : (a, b) => a.localeCompare(b);
      const rows = [...body.rows].sort((a, b) => {
        const [x, y] = [key(a), key(b)];
        if (x === "" || y === "") return (x === "") - (y === "");
        return down ? compare(y, x) : compare(x, y);
      });
      body.append(...rows);
    });
  });
}

// Charts: a click in the legend hides a line; the point nearest to the pointer tells its values.
const SVG = "http://www.w3.org/2000/svg";
for (const svg of document.querySelectorAll("svg.chart")) {
  const figure = svg.closest("figure");
  const series = [...svg.querySelectorAll(".series")].map(group => ({
    group,
    name: group.dataset.name,
    places: group.dataset.places.split(" ").map(place => place.split(",").map(Number)),
    texts: group.dataset.texts.split("|"),
  }));

  for (const item of figure.querySelectorAll(".legend li[data-name]")) {
    const line = series.find(one => one.name === item.dataset.name);
    const button = document.createElement("button");
    button.type = "button";
    button.title = "Show or hide";
    button.setAttribute("aria-pressed", "true");
    button.append(...item.childNodes);
    item.append(button);
    button.addEventListener("click", () => {
      const off = line.group.classList.toggle("off");
      item.classList.toggle("off", off);
      button.setAttribute("aria-pressed", String(!off));
    });
  }

  const tip = document.createElement("div");
  tip.className = "tip";
  tip.hidden = true;
  figure.append(tip);
  const pointer = svg.querySelector(".pointer");
  const [left, top, width, height] = svg.dataset.plot.split(" ").map(Number);

  const mark = (name, attributes) => {
    const element = document.createElementNS(SVG, name);
    for (const key in attributes) element.setAttribute(key, attributes[key]);
    pointer.append(element);
  };
  const leave = () => {
    tip.hidden = true;
    pointer.replaceChildren();
  };
  svg.addEventListener("pointerleave", leave);
  svg.addEventListener("pointermove", event => {
    const box = svg.getBoundingClientRect();
    const scale = svg.viewBox.baseVal.width / box.width;
    const x = (event.clientX - box.left) * scale, y = (event.clientY - box.top) * scale;
    let best = null;
    for (const one of series) {
      if (one.group.classList.contains("off")) continue;
      one.places.forEach(([px, py], i) => {
        const distance = Math.hypot(px - x, py - y);
        if (!best || distance < best.distance) best = { distance, px, py, name: one.name, text: one.texts[i] };
      });
    }
    leave();
    if (!best || best.distance > 60) return;
    mark("line", { x1: best.px, x2: best.px, y1: top, y2: top + height });
    mark("line", { x1: left, x2: left + width, y1: best.py, y2: best.py });
    mark("circle", { cx: best.px, cy: best.py, r: 4 });
    const name = document.createElement("strong");
    name.textContent = best.name;
    tip.replaceChildren(name, document.createElement("br"), best.text);
    tip.hidden = false;
    const frame = figure.getBoundingClientRect();
    const tx = box.left - frame.left + best.px / scale, ty = box.top - frame.top + best.py / scale;
    tip.style.left = Math.max(4, tx + 12 + tip.offsetWidth > frame.width ? tx - 12 - tip.offsetWidth : tx + 12) + "px";
    tip.style.top = Math.max(4, ty - tip.offsetHeight - 10) + "px";
  });
}
