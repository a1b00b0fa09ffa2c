#!/usr/bin/env python3
"""Counts what watchlist files hold, independently of the C++ readers.

    tools/dev/count_lists.py FILE...

prints one line a file: entries, names, documents, not_persons, attached, skipped. The rules are those
of docs/list-formats.md, section "How records are counted"; tests/lists/real_lists_test.cpp compares. Standard library only, and no
line taken over from engine/lists: what both get wrong, two people had to get wrong.
"""
import csv
import json
import re
import sys
import xml.etree.ElementTree as ElementTree

COLUMNS = ("entries", "names", "documents", "not_persons", "attached", "skipped")

# What OFAC writes before a number that identifies a person's document, as one pattern. The number has
# a digit; capitals before it ("RL 1000001") are its own.
DOCUMENT_CLAUSE = re.compile(
    r"""^(?:alt\.\s)?
        (?!.*(?:Phone|Executive\ Order|Digital\ Currency|Commercial\ Code|File\ [Nn]o|Serial\ No
               |Email|Public\ Law|CAATSA|Public\ Security\ Bureau))
        (?:[^\d;]*?\b)?
        (?:Passport(?:\ No\.:)?|Booklet:?|Laissez-Passer|No\.?:?|Number|ID|IDs?\ Card|Card|Permit
          |Licen[sc]e|Cedula|VisaNumberID|Identification(?:\ Document)?|Identidad|Nacional|electoral|Code:?
          |(?:(?:C\.U\.R\.P|R\.F\.C|D\.N\.I|I\.F\.E|C\.U\.I\.P|C\.U\.I\.T|C\.U\.I|N\.I\.E)\.
             |RFC|SSN|NIT|RUC|RTN|CAN|CNP\ \(Personal\ Numerical\ Code\))(?:\ \#)?)
        (?:\ (?:[A-Z]+|[A-Z][\w.]*:|[A-Z]\.[A-Z]\.|[A-Z]+-[A-Z]+|Tatmadaw\ Kyee))*
        \s(?P<number>(?:\([A-Z]+\))?[^\s(;]*\d[^(;]*)""",
    re.VERBOSE,
)


def text_of(element, tag):
    return " ".join((element.findtext(tag) or "").split())


def count_un(root):
    count = dict.fromkeys(COLUMNS, 0)
    count["not_persons"] = len(root.findall("ENTITIES/ENTITY"))
    for person in root.findall("INDIVIDUALS/INDIVIDUAL"):
        names = [n for n in (" ".join(person.findtext(t) or "" for t in
                                      ("FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME")),) if n.strip()]
        names += [n.text for n in person.findall("NAME_ORIGINAL_SCRIPT") if n.text and n.text.strip()]
        names += [a for a in (text_of(x, "ALIAS_NAME") for x in person.findall("INDIVIDUAL_ALIAS")) if a]
        if not names:
            count["skipped"] += 1
            continue
        documents = set()
        for document in person.findall("INDIVIDUAL_DOCUMENT"):
            number = text_of(document, "NUMBER")
            if not number:
                # A number in words: "tazkira number 10001".
                for tag in ("TYPE_OF_DOCUMENT2", "NOTE"):
                    found = re.search(r"(?i)\bnumber (\S*\d\S*)", text_of(document, tag))
                    if found:
                        number = found.group(1)
                        break
            if number:
                documents.add((number, text_of(document, "ISSUING_COUNTRY") or text_of(document, "COUNTRY_OF_ISSUE")))
        count["entries"] += 1
        count["names"] += len(names)
        count["documents"] += len(documents)
    return count


def bare(number):
    return re.sub(r"\W", "", number or "").upper()


def local(root):
    for element in root.iter():
        element.tag = element.tag.rsplit("}", 1)[-1]
    return root


def count_ofac_xml(root):
    count = dict.fromkeys(COLUMNS, 0)
    for entry in local(root).findall("sdnEntry"):
        if text_of(entry, "sdnType") != "Individual":
            count["not_persons"] += 1
            continue
        aliases = [a for a in entry.findall("akaList/aka") if text_of(a, "lastName") or text_of(a, "firstName")]
        kinds = re.compile(r"Passport|ID\b|No\.|Number$|Card|License|Code$")
        others = re.compile(r"Phone|Email|Digital|Executive Order|Commercial Code|risk|CAATSA|Directive|Gender")
        documents = {(text_of(i, "idNumber"), text_of(i, "idCountry")) for i in entry.findall("idList/id")
                     if kinds.search(text_of(i, "idType")) and not others.search(text_of(i, "idType"))
                     and text_of(i, "idNumber")}
        count["entries"] += 1
        count["names"] += 1 + len(aliases)
        count["documents"] += len(documents)
    return count


def count_eu(root):
    count = dict.fromkeys(COLUMNS, 0)
    for entity in local(root).findall("sanctionEntity"):
        if entity.find("subjectType").get("classificationCode") != "P":
            count["not_persons"] += 1
            continue
        names = [n for n in entity.findall("nameAlias") if n.get("wholeName") or n.get("lastName") or n.get("firstName")]
        identifications = entity.findall("identification")
        numbers = {(i.get("latinNumber") or i.get("number"), i.get("countryIso2Code")) for i in identifications}
        numbers |= {(i.get("number"), i.get("countryIso2Code")) for i in identifications if bare(i.get("number")) != bare(i.get("latinNumber"))}
        count["entries" if names else "skipped"] += 1
        count["names"] += len(names)
        count["documents"] += len([n for n, _ in numbers if n])
    return count


def count_ofac_advanced(root):
    count = dict.fromkeys(COLUMNS, 0)
    words = {(v.tag, v.get("ID")): v for s in local(root).find("ReferenceValueSets") for v in s}
    documents = {}
    for document in root.iter("IDRegDocument"):
        kind = words["IDRegDocType", document.get("IDRegDocTypeID")].text
        if re.search(r"Passport|\bID\b|No\.|Number|Card|License", kind) and "Phone" not in kind and "Account" not in kind:
            documents.setdefault(document.get("IdentityID"), set()).add(document.findtext("IDRegistrationNo"))
    for profile in root.iter("Profile"):
        sub_type = words["PartySubType", profile.get("PartySubTypeID")]
        kind = sub_type.text if sub_type.text != "Unknown" else words["PartyType", sub_type.get("PartyTypeID")].text
        if kind != "Individual":
            count["not_persons"] += 1
            continue
        count["entries"] += 1
        count["names"] += len(list(profile.iter("DocumentedName")))
        count["documents"] += sum(len(documents.get(i.get("ID"), ())) for i in profile.findall("Identity"))
    return count


def canadian_aliases(text):
    if ";" in text:
        return [n for a in text.split(";") for n in re.split(r"(?i) \(a\.k\.a\.", a) if n.strip()]
    parts = [a.strip() for a in text.split(",") if a.strip()]
    # "Ordai, Tuvan": two words, and the name that they make.
    whole = [text] if len(parts) > 1 and not any(" " in a for a in parts) else []
    return whole + [n for a in parts for n in re.split(r"(?i) \(a\.k\.a\.", a) if n.strip()]


def count_canada(root):
    count = dict.fromkeys(COLUMNS, 0)
    for record in root.findall("record"):
        values = {child.tag.split("-")[0]: (child.text or "").strip() for child in record}
        if values.get("LastName") or values.get("GivenName"):
            count["entries"] += 1
            count["names"] += 1 + len(canadian_aliases(values.get("Aliases", "")))
        else:
            count["not_persons" if values.get("EntityOrShip") or values.get("Entity") else "skipped"] += 1
    return count


def count_uk(rows):
    count = dict.fromkeys(COLUMNS, 0)
    names, documents = {}, {}
    for values in (dict(zip(rows[1], row)) for row in rows[2:]):
        kind = values.get("Designation Type") or values.get("Group Type")
        if kind != "Individual":
            count["not_persons" if kind in ("Entity", "Ship") else "skipped"] += 1
            continue
        key = values.get("Unique ID") or values.get("Group ID")
        count["attached" if key in names else "entries"] += 1
        parts = (values["Name 6"], *(values.get(f"Name {n}", "") for n in range(1, 6)))
        other = values.get("Name non-latin script") or values.get("Name Non-Latin Script")
        names.setdefault(key, set()).update(n for n in (parts if any(parts) else None, other) if n)
        for column in ("Passport number", "Passport Number", "National Identifier number", "National Identification Number"):
            cell = values.get(column, "")
            documents.setdefault(key, set()).update(i.strip() for i in re.split(r"\(\d\)", cell) if i.strip())
    count["names"] = sum(map(len, names.values()))
    count["documents"] = sum(map(len, documents.values()))
    return count


def count_interpol(path):
    with open(path, encoding="utf-8-sig") as file:
        answer = json.load(file)
    # A single notice embeds its links.
    notices = answer.get("_embedded", {}).get("notices", [answer])
    count = dict.fromkeys(COLUMNS, 0)
    for notice in notices:
        if "/un/entities/" in notice.get("_links", {}).get("self", {}).get("href", ""):
            count["not_persons"] += 1
        elif not (notice.get("name") or notice.get("forename")):
            count["skipped"] += 1
        else:
            aliases = [a if isinstance(a, dict) else {"name": a} for a in notice.get("aliases") or []]
            names = [("name", "forename"), ("birth_name",), ("name_at_birth",),
                     ("name_in_original_script", "forename_in_original_script")]
            count["entries"] += 1
            count["names"] += sum(any(notice.get(k) for k in keys) for keys in names)
            count["names"] += sum(any(a.get(k) for k in keys) for a in aliases for keys in (names[0], names[3]))
            documents = [d if isinstance(d, str) else d.get("nr") or d.get("number") for d in notice.get("identity_documents") or []]
            count["documents"] += len({d for d in documents if d and re.search(r"\d", d)})
    return count


def read_rows(path):
    with open(path, newline="", encoding="utf-8-sig") as file:
        return [row for row in csv.reader(file) if row and row != ["\x1a"]]


def documents_in_remarks(remarks):
    if len(remarks) >= 1000 and not remarks.endswith("."):
        remarks = remarks.rpartition(";")[0]
    found = set()
    for clause in remarks.removesuffix(".").split(";"):
        match = DOCUMENT_CLAUSE.match(" ".join(clause.split()))
        if match:
            number, *rest = re.split(r"\s(?:issued|expires|and)\b|,", match.group("number").strip(), maxsplit=1)
            country = re.search(r"\(([^)]*)\)", clause[clause.find(number) + len(number):])
            found.add((number, country.group(1) if country else ""))
    # One document that is named twice, once without its State, is one document.
    return {(n, c) for n, c in found if c or not any(m == n and d for m, d in found)}


def count_ofac_csv(sdn, alt, add):
    counts = [dict.fromkeys(COLUMNS, 0) for _ in range(3)]
    kinds = {row[0].strip(): row[2].strip() for row in sdn}
    kinds.update((row[0].strip(), "individual") for row in sdn if row[2].strip() == "individual")
    for row in sdn:
        if row[2].strip() != "individual":
            counts[0]["not_persons"] += 1
            continue
        remarks = "" if row[11].strip() == "-0-" else row[11].strip()
        body = remarks.rpartition(";")[0] if len(remarks) >= 1000 and not remarks.endswith(".") else remarks
        weak = re.findall(r"(?:^|;)\s*(?:alt\. )?[afn]\.k\.a\. ", body)
        counts[0]["entries"] += 1
        counts[0]["names"] += 1 + len(weak)
        counts[0]["documents"] += len(documents_in_remarks(remarks))
    for rows, count in ((alt, counts[1]), (add, counts[2])):
        for row in rows:
            kind = kinds.get(row[0].strip())
            column = "skipped" if kind is None else "attached" if kind == "individual" else "not_persons"
            count[column] += 1
            if rows is alt and kind == "individual":
                counts[0]["names"] += 1
    return counts


def split_items(field):
    return [item for item in re.findall(r'\s*("(?:[^"]|"")*"(?=\s*(?:;|$))|[^;]+)', field) if item.strip(' ";')]


def count_opensanctions(rows):
    count = dict.fromkeys(COLUMNS, 0)
    header = rows[0]
    for row in rows[1:]:
        if len(row) != len(header):
            count["skipped"] += 1
            continue
        record = dict(zip(header, row))
        if record["schema"] not in ("", "Person"):
            count["not_persons"] += 1
            continue
        count["entries"] += 1
        count["names"] += 1 + len(split_items(record.get("aliases", "")))
        count["documents"] += len(set(split_items(record.get("identifiers", ""))))
    return count


def count_ftm(path):
    count = dict.fromkeys(COLUMNS, 0)
    with open(path, encoding="utf-8") as file:
        entities = [json.loads(line) for line in file if line.strip()]
    persons = {e["id"]: e["properties"] for e in entities if e["schema"] == "Person"}
    numbers = {key: [(n, "") for k in ("passportNumber", "idNumber", "innCode", "socialSecurityNumber", "taxNumber") for n in p.get(k, [])] for key, p in persons.items()}
    ids = {e["id"] for e in entities}
    for entity in entities:
        if entity["schema"] in ("Passport", "Identification"):
            properties = entity["properties"]
            holder = properties.get("holder", [""])[0]
            number = (properties.get("number") or properties.get("passportNumber") or [""])[0]
            if holder in persons and number:
                numbers[holder].append((number, properties.get("country", [""])[0]))
                count["attached"] += 1
            elif holder in ids and holder not in persons:
                count["not_persons"] += 1
            else:
                count["skipped"] += 1
        elif entity["schema"] != "Person":
            count["not_persons"] += 1
    for key, properties in persons.items():
        names = len(properties.get("name", [])) or 1
        names += sum(len(properties.get(k, [])) for k in ("alias", "previousName", "weakAlias"))
        count["entries"] += 1
        count["names"] += names
        count["documents"] += len({re.search(r"\S*\d\S*", n).group() for n, _ in numbers[key]})
    return count


XML_COUNTERS = {"CONSOLIDATED_LIST": count_un, "export": count_eu, "Sanctions": count_ofac_advanced, "data-set": count_canada}


def count_file(path):
    with open(path, "rb") as file:
        start = file.read(2000).lstrip(b"\xef\xbb\xbf \r\n")
    if start.startswith(b"{"):
        return count_interpol(path) if b"entity_id" in start or b"_embedded" in start else count_ftm(path)
    if start.startswith(b"<"):
        root = ElementTree.parse(path).getroot()
        return XML_COUNTERS.get(root.tag.rsplit("}", 1)[-1], count_ofac_xml)(root)
    if start.startswith((b"Report Date", b"Last Updated")):
        return count_uk(read_rows(path))
    return count_opensanctions(read_rows(path))


def is_classic(path):
    with open(path, "rb") as file:
        return re.match(rb"\d+,", file.read(20)) is not None


def main(paths):
    print("\t".join(("file",) + COLUMNS))
    classic = {len(rows[0]): (path, rows) for path, rows in ((p, read_rows(p)) for p in paths if is_classic(p))}
    if classic:
        order = [classic[12], classic[5], classic[6]]
        counts = count_ofac_csv(*(rows for _, rows in order))
        for (path, _), count in zip(order, counts):
            print("\t".join([path] + [str(count[c]) for c in COLUMNS]))
    for path in paths:
        if not is_classic(path):
            count = count_file(path)
            print("\t".join([path] + [str(count[c]) for c in COLUMNS]))


if __name__ == "__main__":
    main(sys.argv[1:])
