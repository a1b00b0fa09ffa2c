#include "index/entry_record.h"

namespace darvaza::index {

WatchlistEntry to_record(const Index& index, EntryId id) {
  const EntryView view = index.entry(id);
  WatchlistEntry entry;
  entry.list = view.list;
  entry.id = view.id;
  for (NameId name = view.first_name; name < view.first_name + view.name_count; ++name) {
    if (is_glued_reading(index.tokens(name))) continue;  // the builder adds it
    entry.names.push_back({std::string(index.name(name).text), index.grade(name)});
  }
  entry.birth_dates.assign(view.birth_dates.begin(), view.birth_dates.end());
  entry.sex = view.sex;
  entry.nationalities.assign(view.nationalities.begin(), view.nationalities.end());
  entry.birth_places.assign(view.birth_places.begin(), view.birth_places.end());
  entry.father_names.assign(view.father_names.begin(), view.father_names.end());
  for (const ListedDocumentView& document : view.documents) {
    entry.documents.push_back(
        {std::string(document.number), std::string(document.type), document.issuing_state});
  }
  entry.category = view.category;
  entry.handling = view.handling;
  entry.terms = index.terms(id);
  return entry;
}

}  // namespace darvaza::index
