#include "eval/report/chart.h"

#include <cmath>

#include <fmt/core.h>

#include "eval/report/html.h"

namespace darvaza::eval::report {
namespace {

// In the units of the drawing: 460 wide leaves letters of 11 legible on a telephone.
constexpr double kWidth = 460, kHeight = 330;
constexpr double kLeft = 58, kRight = 22, kTop = 12, kBottom = 50;
constexpr double kPlotWidth = kWidth - kLeft - kRight, kPlotHeight = kHeight - kTop - kBottom;
constexpr double kLargestDot = 9, kSmallestDot = 2.5;

struct Place {
  double x, y;
};

class Drawing {
 public:
  explicit Drawing(const Chart& chart) : chart_(chart) {}

  std::string svg() {
    out_ = fmt::format(
        "<svg class=\"chart\" id=\"{0}\" viewBox=\"0 0 {1} {2}\" role=\"img\" "
        "aria-labelledby=\"{0}-title\" "
        "data-plot=\"{3} {4} {5} {6}\">\n",
        chart_.id, kWidth, kHeight, kLeft, kTop, kPlotWidth, kPlotHeight);
    grid();
    guide();
    for (const ChartSeries& series : chart_.series) {
      if (!series.points.empty()) draw(series);
    }
    out_ += "<g class=\"pointer\"></g></svg>\n";
    return std::move(out_);
  }

 private:
  Place place(double x, double y) const {
    return {kLeft + chart_.x.place(x) * kPlotWidth, kTop + (1 - chart_.y.place(y)) * kPlotHeight};
  }

  void grid() {
    for (const double value : chart_.x.ticks()) {
      const double x = place(value, chart_.y.low).x;
      out_ +=
          fmt::format("<line class=\"grid\" x1=\"{0:.1f}\" x2=\"{0:.1f}\" y1=\"{1}\" y2=\"{2}\"/>",
                      x, kTop, kTop + kPlotHeight);
      out_ += fmt::format(
          "<text class=\"tick\" x=\"{:.1f}\" y=\"{}\" text-anchor=\"middle\">{}</text>\n", x,
          kTop + kPlotHeight + 16, chart_.x.label(value));
    }
    for (const double value : chart_.y.ticks()) {
      const double y = place(chart_.x.low, value).y;
      out_ +=
          fmt::format("<line class=\"grid\" x1=\"{1}\" x2=\"{2}\" y1=\"{0:.1f}\" y2=\"{0:.1f}\"/>",
                      y, kLeft, kLeft + kPlotWidth);
      out_ +=
          fmt::format("<text class=\"tick\" x=\"{}\" y=\"{:.1f}\" text-anchor=\"end\">{}</text>\n",
                      kLeft - 7, y + 4, chart_.y.label(value));
    }
    out_ += fmt::format("<text class=\"axis\" x=\"{}\" y=\"{}\" text-anchor=\"middle\">{}</text>\n",
                        kLeft + kPlotWidth / 2, kHeight - 10, escaped(chart_.x.title));
    out_ += fmt::format(
        "<text class=\"axis\" transform=\"translate(13 {}) rotate(-90)\" "
        "text-anchor=\"middle\">{}</text>\n",
        kTop + kPlotHeight / 2, escaped(chart_.y.title));
  }

  void guide() {
    if (chart_.guide.empty()) return;
    const Place from = place(chart_.guide_from.x, chart_.guide_from.y);
    const Place to = place(chart_.guide_to.x, chart_.guide_to.y);
    out_ += fmt::format(
        "<line class=\"guide\" x1=\"{:.1f}\" y1=\"{:.1f}\" x2=\"{:.1f}\" y2=\"{:.1f}\"/>\n", from.x,
        from.y, to.x, to.y);
  }

  void draw(const ChartSeries& series) {
    out_ += fmt::format("<g class=\"series c{}{}\" data-name=\"{}\"", palette_place(series.colour),
                        series.colour == 0 ? " first" : "", escaped(series.name));
    const std::vector<ChartPoint> points = apart(series.points);
    data(points);
    out_ += ">\n";
    if (series.band) band(points);
    series.dots ? dots(points) : line(points);
    out_ += "</g>\n";
  }

  /// Without those that would fall on the point before them; the last one stays.
  std::vector<ChartPoint> apart(const std::vector<ChartPoint>& points) const {
    constexpr double kNear = 1.5;
    std::vector<ChartPoint> kept;
    for (const ChartPoint& point : points) {
      if (!kept.empty()) {
        const Place here = place(point.x, point.y), before = place(kept.back().x, kept.back().y);
        const bool near = std::hypot(here.x - before.x, here.y - before.y) < kNear;
        if (near && &point != &points.back()) continue;
      }
      kept.push_back(point);
    }
    return kept;
  }

  /// What the script shows under the pointer: place and text of each point.
  void data(const std::vector<ChartPoint>& points) {
    std::string places, texts;
    for (const ChartPoint& point : points) {
      const Place here = place(point.x, point.y);
      places += fmt::format("{}{:.1f},{:.1f}", places.empty() ? "" : " ", here.x, here.y);
      texts += fmt::format("{}{}; {}", texts.empty() ? "" : "|", value(chart_.x, point.x),
                           value(chart_.y, point.y));
      if (!std::isnan(point.threshold)) texts += fmt::format("; threshold {:.4g}", point.threshold);
    }
    out_ += fmt::format(" data-places=\"{}\" data-texts=\"{}\"", places, texts);
  }

  static std::string value(const Axis& axis, double value) {
    switch (axis.unit) {
      case Axis::Unit::share:
        return share_text(value);
      case Axis::Unit::one_in:
        return value <= 0 ? "none" : axis.label(value);
      default:
        return number_text(value);
    }
  }

  void line(const std::vector<ChartPoint>& points) {
    std::string path;
    for (const ChartPoint& point : points) {
      const Place here = place(point.x, point.y);
      path += fmt::format("{}{:.1f} {:.1f}", path.empty() ? "M" : "L", here.x, here.y);
    }
    out_ += "<path class=\"line\" d=\"" + path + "\"/>\n";
  }

  void band(const std::vector<ChartPoint>& points) {
    std::string above, below;
    for (const ChartPoint& point : points) {
      if (std::isnan(point.low) || std::isnan(point.high)) continue;
      const Place top = place(point.x, point.high), bottom = place(point.x, point.low);
      above += fmt::format("{}{:.1f} {:.1f}", above.empty() ? "M" : "L", top.x, top.y);
      below = fmt::format("L{:.1f} {:.1f}", bottom.x, bottom.y) + below;
    }
    if (!above.empty()) out_ += "<path class=\"band\" d=\"" + above + below + "Z\"/>\n";
  }

  void dots(const std::vector<ChartPoint>& points) {
    for (const ChartPoint& point : points) {
      const Place here = place(point.x, point.y);
      if (!std::isnan(point.low) && !std::isnan(point.high)) {
        out_ += fmt::format(
            "<line class=\"whisker\" x1=\"{0:.1f}\" x2=\"{0:.1f}\" y1=\"{1:.1f}\" y2=\"{2:.1f}\"/>",
            here.x, place(point.x, point.low).y, place(point.x, point.high).y);
      }
      const double weight = std::isnan(point.weight) ? 0 : std::sqrt(point.weight);
      out_ += fmt::format("<circle class=\"dot\" cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"{:.1f}\"/>\n",
                          here.x, here.y, kSmallestDot + (kLargestDot - kSmallestDot) * weight);
    }
  }

  const Chart& chart_;
  std::string out_;
};

std::string legend(const Chart& chart) {
  std::string out = "<ul class=\"legend\">";
  for (const ChartSeries& series : chart.series) {
    if (series.points.empty()) continue;
    out += fmt::format(
        "<li class=\"c{}{}\" data-name=\"{}\"><svg width=\"26\" height=\"10\" "
        "aria-hidden=\"true\">{}</svg>{}</li>",
        palette_place(series.colour), series.colour == 0 ? " first" : "", escaped(series.name),
        series.dots ? "<circle class=\"dot\" cx=\"13\" cy=\"5\" r=\"4\"/>"
                    : "<path class=\"line\" d=\"M1 5L25 5\"/>",
        escaped(series.name));
  }
  if (!chart.guide.empty()) {
    out +=
        "<li><svg width=\"26\" height=\"10\" aria-hidden=\"true\"><path class=\"guide\" d=\"M1 "
        "5L25 5\"/></svg>" +
        escaped(chart.guide) + "</li>";
  }
  return out + "</ul>\n";
}

}  // namespace

std::string chart_html(const Chart& chart) {
  std::string out =
      "<figure>\n<figcaption><h3 id=\"" + chart.id + "-title\">" + escaped(chart.title) + "</h3>";
  if (!chart.note.empty()) out += "<p>" + escaped(chart.note) + "</p>";
  return out + "</figcaption>\n" + Drawing(chart).svg() + legend(chart) + "</figure>\n";
}

}  // namespace darvaza::eval::report
