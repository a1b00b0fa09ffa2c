#include "darvaza/read_lists.h"

#include <algorithm>
#include <fstream>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "lists/canada_sema_xml.h"
#include "lists/documents_csv.h"
#include "lists/eu_fsf_xml.h"
#include "lists/format_recognition.h"
#include "lists/ftm_json.h"
#include "lists/interpol_json.h"
#include "lists/list_terms_csv.h"
#include "lists/ofac_advanced_xml.h"
#include "lists/ofac_csv.h"
#include "lists/ofac_xml.h"
#include "lists/opensanctions_csv.h"
#include "lists/persons_csv.h"
#include "lists/snapshot_reader.h"
#include "lists/source_recorder.h"
#include "lists/uk_csv.h"
#include "lists/un_xml.h"
#include "text/input_file.h"

namespace darvaza::lists {
namespace {

namespace fs = std::filesystem;

/// A file, opened, and what is known of it.
struct Source {
  std::string name;
  std::ifstream in;
  std::unique_ptr<SourceRecorder> recorder;

  ListFormat format() const { return recorder->summary().format; }
};

/// "lists/eco.persons.csv" → "eco".
std::string list_named_after(const fs::path& file) {
  const std::string name = file.filename().string();
  const std::string stem = name.substr(0, name.find('.'));
  return stem.empty() ? name : stem;
}

/// The identifier that a format implies; generic formats are called after their file.
std::string list_of(ListFormat format, const fs::path& file) {
  switch (format) {
    case ListFormat::un_xml:
      return "un-sc";
    case ListFormat::ofac_sdn_xml:
    case ListFormat::ofac_advanced_xml:
    case ListFormat::ofac_sdn_csv:
    case ListFormat::ofac_alt_csv:
    case ListFormat::ofac_add_csv:
      return "ofac-sdn";
    case ListFormat::eu_fsf_xml:
      return "eu-fsf";
    case ListFormat::uk_sanctions_csv:
      return "uk-sanctions";
    case ListFormat::uk_ofsi_csv:
      return "uk-ofsi";
    case ListFormat::canada_sema_xml:
      return "ca-sema";
    case ListFormat::interpol_json:
      return "interpol";
    case ListFormat::opensanctions_csv:
    case ListFormat::ftm_json:
    case ListFormat::persons_csv:
    case ListFormat::documents_csv:
    case ListFormat::list_terms_csv:
    case ListFormat::snapshot:
      break;
  }
  return list_named_after(file);
}

Result<Source> open_source(const fs::path& file, const ListSink& sink) {
  auto in = text::open_input(file.string());
  if (!in) return tl::unexpected(in.error());
  Source source{file.string(), std::move(*in), nullptr};
  const auto format = recognise_format(source.in, source.name);
  if (!format) return tl::unexpected(format.error());
  source.in.clear();
  source.in.seekg(0);
  source.recorder =
      std::make_unique<SourceRecorder>(source.name, *format, list_of(*format, file), sink);
  return source;
}

/// Whether a file stands among the sources already, by whatever name.
bool is_among(const std::vector<Source>& sources, const fs::path& file) {
  return std::any_of(sources.begin(), sources.end(), [&](const Source& source) {
    std::error_code error;
    return fs::equivalent(source.name, file, error);
  });
}

/// `known` is filled while the sources are read, and must live until then.
Result<std::vector<Source>> open_sources(std::span<const fs::path> files, const ListSink& sink, KnownRecords& known) {
  std::vector<Source> sources;
  for (const fs::path& file : files) {
    auto source = open_source(file, sink);
    if (!source) return tl::unexpected(source.error());
    if (is_among(sources, file)) {
      source->recorder->remark({}, "the same file as an earlier source: its records stand twice in the index");
    } else {
      source->recorder->tell_repeated(known);
    }
    sources.push_back(std::move(*source));
  }
  return sources;
}

/// Between the readers and the caller's sink: entries take from their list what they do not state themselves.
class TermsOfLists {
 public:
  explicit TermsOfLists(const ListSink& sink) : sink_(sink) {
    completing_.entry = [this](WatchlistEntry&& entry) {
      if (const EntryTerms* of_list = find(entry.list)) complete(entry.terms, *of_list);
      if (sink_.entry) sink_.entry(std::move(entry));
    };
    completing_.lost_document = [this](LostDocument&& document) {
      find(document.list);
      if (sink_.lost_document) sink_.lost_document(std::move(document));
    };
    completing_.list_terms = [this](std::string_view list, const EntryTerms& terms) {
      if (lists_.emplace(list, List{terms, false}).second && sink_.list_terms) sink_.list_terms(list, terms);
    };
  }
  TermsOfLists(const TermsOfLists&) = delete;
  TermsOfLists& operator=(const TermsOfLists&) = delete;

  const ListSink& sink() const { return completing_; }

  /// Terms that no record took are told where terms were read: the identifier may be misspelt, and the list then goes
  /// without them.
  void tell_unused(SourceRecorder& recorder) const {
    for (const auto& [list, of_list] : lists_) {
      if (!of_list.is_used) recorder.remark({}, "terms of a list of which these files hold no record: " + list);
    }
  }

 private:
  struct List {
    EntryTerms terms;
    bool is_used = false;
  };

  const EntryTerms* find(std::string_view list) {
    const auto found = lists_.find(list);
    if (found == lists_.end()) return nullptr;
    found->second.is_used = true;
    return &found->second.terms;
  }

  const ListSink& sink_;
  ListSink completing_;
  std::map<std::string, List, std::less<>> lists_;
};

/// The first source of this format, or nullptr.
const Source* find(const std::vector<Source>& sources, ListFormat format) {
  for (const Source& source : sources) {
    if (source.format() == format) return &source;
  }
  return nullptr;
}

/// Companion files say nothing without the entries that they belong to.
Result<void> require_sdn_for_companions(const std::vector<Source>& sources) {
  if (find(sources, ListFormat::ofac_sdn_csv) != nullptr) return {};
  for (const auto format : {ListFormat::ofac_alt_csv, ListFormat::ofac_add_csv}) {
    if (const Source* source = find(sources, format)) {
      return fail(ErrorCode::input_refused,
                  "a companion file of OFAC: expected its SDN file among the sources",
                  source->name);
    }
  }
  return {};
}

/// Aliases, addresses and terms are needed before the entries that they are joined to.
Result<void> read_companions(std::vector<Source>& sources, OfacJoin& ofac) {
  for (Source& source : sources) {
    Result<void> done;
    if (source.format() == ListFormat::ofac_alt_csv) {
      done = ofac.read_alt(source.in, *source.recorder);
    } else if (source.format() == ListFormat::ofac_add_csv) {
      done = ofac.read_add(source.in, *source.recorder);
    } else if (source.format() == ListFormat::list_terms_csv) {
      done = read_list_terms_csv(source.in, *source.recorder);
    }
    if (!done) return done;
  }
  return {};
}

Result<void> read_source(Source& source, OfacJoin& ofac) {
  switch (source.format()) {
    case ListFormat::un_xml:
      return read_un_xml(source.in, *source.recorder);
    case ListFormat::ofac_sdn_xml:
      return read_ofac_xml(source.in, *source.recorder);
    case ListFormat::ofac_advanced_xml:
      return read_ofac_advanced_xml(source.in, *source.recorder);
    case ListFormat::eu_fsf_xml:
      return read_eu_fsf_xml(source.in, *source.recorder);
    case ListFormat::uk_sanctions_csv:
    case ListFormat::uk_ofsi_csv:
      return read_uk_csv(source.in, *source.recorder);
    case ListFormat::canada_sema_xml:
      return read_canada_sema_xml(source.in, *source.recorder);
    case ListFormat::interpol_json:
      return read_interpol_json(source.in, *source.recorder);
    case ListFormat::ofac_sdn_csv:
      return ofac.read_sdn(source.in, *source.recorder);
    case ListFormat::ofac_alt_csv:
    case ListFormat::ofac_add_csv:
    case ListFormat::list_terms_csv:
      return {};  // read before, by read_companions
    case ListFormat::opensanctions_csv:
      return read_opensanctions_csv(source.in, *source.recorder);
    case ListFormat::ftm_json:
      return read_ftm_json(source.in, *source.recorder);
    case ListFormat::persons_csv:
      return read_persons_csv(source.in, *source.recorder);
    case ListFormat::documents_csv:
      return read_documents_csv(source.in, *source.recorder);
    case ListFormat::snapshot:
      return read_snapshot(source.in, *source.recorder);
  }
  return fail(ErrorCode::internal, "a list format without a reader", source.name);
}

Result<void> read_all(std::vector<Source>& sources) {
  OfacJoin ofac;
  if (auto fine = require_sdn_for_companions(sources); !fine) return fine;
  if (auto done = read_companions(sources, ofac); !done) return done;
  for (Source& source : sources) {
    if (auto done = read_source(source, ofac); !done) return done;
    if (source.in.bad()) return fail(ErrorCode::io, "the file cannot be read", source.name);
  }
  if (const Source* sdn = find(sources, ListFormat::ofac_sdn_csv)) {
    ofac.settle(sdn->recorder->summary().list);
  }
  return {};
}

}  // namespace
}  // namespace darvaza::lists

namespace darvaza {

std::string_view to_string(ListFormat format) {
  constexpr std::string_view kNames[] = {
      "UN consolidated XML",
      "OFAC sdn.xml",
      "OFAC advanced XML",
      "OFAC SDN.CSV",
      "OFAC ALT.CSV",
      "OFAC ADD.CSV",
      "EU financial sanctions XML",
      "UK Sanctions List CSV",
      "UK OFSI consolidated list CSV",
      "Canada SEMA XML",
      "INTERPOL notices JSON",
      "OpenSanctions targets.simple.csv",
      "FollowTheMoney JSON lines",
      "CSV of persons",
      "CSV of documents",
      "CSV of terms of lists",
      "snapshot of a release",
  };
  return kNames[static_cast<std::size_t>(format)];
}

Result<std::vector<SourceSummary>> read_lists(std::span<const std::filesystem::path> files,
                                              const ListSink& sink) {
  lists::TermsOfLists terms(sink);
  lists::KnownRecords known;
  auto sources = lists::open_sources(files, terms.sink(), known);
  if (!sources) return tl::unexpected(sources.error());
  if (const auto done = lists::read_all(*sources); !done) return tl::unexpected(done.error());
  if (const lists::Source* source = lists::find(*sources, ListFormat::list_terms_csv)) terms.tell_unused(*source->recorder);
  std::vector<SourceSummary> summaries;
  for (const lists::Source& source : *sources) summaries.push_back(source.recorder->summary());
  return summaries;
}

}  // namespace darvaza
