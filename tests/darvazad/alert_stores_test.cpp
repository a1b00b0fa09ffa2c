// Where answers and alerts are kept: the inbox, the journal, the board; and what an alert is.
#include <algorithm>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <thread>

#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "alerts/alert.h"
#include "alerts/board.h"
#include "alerts/inbox.h"
#include "alerts/journal.h"
#include "alerts/signature.h"

namespace darvaza::daemon {
namespace {

namespace fs = std::filesystem;

class Directory {
 public:
  Directory() {
    std::string name = (fs::temp_directory_path() / "alerts-XXXXXX").string();
    path_ = mkdtemp(name.data());
  }
  ~Directory() { fs::remove_all(path_); }
  const fs::path& path() const { return path_; }
  std::vector<std::string> files() const {
    std::vector<std::string> names;
    for (const auto& item : fs::directory_iterator(path_))
      names.push_back(item.path().filename().string());
    std::sort(names.begin(), names.end());
    return names;
  }

 private:
  fs::path path_;
};

Encounter encounter() {
  Encounter e;
  e.id = "ab-7";
  e.asked = 1'790'000'000;  // 2026-09-21T14:13:20Z
  e.post = "airport-1";
  e.purpose = "border-check";
  e.seen_by = {StateCode("UZB"), Line::first, {2026, 9, 21}};
  e.index = "feed";
  e.searched = true;
  e.near_documents = true;
  e.traveller.id = "t17";
  e.traveller.names = {{"SAVSANOV", "GULBAHOR", true}, {"Савсанов", "", false}};
  e.traveller.father_name = "Karim";
  e.traveller.birth_date = {1979, 4, 11};
  e.traveller.birth_date_doubtful = true;
  e.traveller.sex = Sex::male;
  e.traveller.nationalities = {StateCode("TJK"), StateCode("UZB")};
  e.traveller.birth_place = "Khujand";
  e.traveller.documents = {{"TJ9040771", "P", StateCode("TJK"), {}}};
  e.traveller.legs = {{"HY0101", "DYU", "TAS", "2026-09-21T10:00", ""}};
  return e;
}

TEST(Encounter, ComesBackFromItsBytes) {
  const std::string bytes = to_bytes(encounter());
  const auto back = encounter_of(bytes);
  ASSERT_TRUE(back);
  EXPECT_EQ(to_bytes(*back), bytes);
  EXPECT_EQ(back->traveller.names.at(0).full(), "GULBAHOR SAVSANOV");
  EXPECT_TRUE(back->traveller.names.at(0).may_be_truncated);
  EXPECT_EQ(back->traveller.documents.at(0).issuing_state, StateCode("TJK"));
  EXPECT_EQ(back->seen_by.today, (PartialDate{2026, 9, 21}));
  EXPECT_EQ(back->traveller.legs.at(0).departs, "2026-09-21T10:00");
}

TEST(Encounter, SaysHowDocumentsWereLookedFor) {
  for (const bool near : {false, true}) {
    Encounter e = encounter();
    e.near_documents = near;
    const auto back = encounter_of(to_bytes(e));
    ASSERT_TRUE(back);
    EXPECT_EQ(back->near_documents, near);
  }
}

TEST(Encounter, OfAnOlderDaemonIsReadAndOfANewerOneIsNot) {
  Encounter e = encounter();
  e.near_documents = false;
  const std::string bytes = to_bytes(e);
  constexpr std::size_t kMarkVersionAndNear = 4 + 1 + 1;
  const auto old = encounter_of(std::string_view(bytes).substr(kMarkVersionAndNear));
  ASSERT_TRUE(old);
  EXPECT_TRUE(old->near_documents) << "it does not say: more is found rather than less";
  EXPECT_EQ(old->id, e.id);
  EXPECT_EQ(old->traveller.legs.at(0).departs, "2026-09-21T10:00");
  std::string newer = bytes;
  newer[4] = 3;
  EXPECT_FALSE(encounter_of(newer));
}

TEST(Encounter, DamagedBytesAreNone) {
  const std::string bytes = to_bytes(encounter());
  for (std::size_t size = 0; size < bytes.size(); ++size)
    EXPECT_FALSE(encounter_of(std::string_view(bytes).substr(0, size))) << size;
  EXPECT_FALSE(encounter_of(bytes + "x"));
  for (std::size_t at = 0; at < bytes.size(); ++at) {  // no crash, no endless loop
    std::string damaged = bytes;
    damaged[at] = '\xff';
    (void)encounter_of(damaged);
  }
}

/// The oldest item, which stays.
std::optional<std::string> first(Inbox& inbox, bool* damaged = nullptr) {
  std::uint64_t position = inbox.begin();
  bool is_damaged = false;
  auto item = inbox.read(position, is_damaged);
  if (damaged != nullptr) *damaged = is_damaged;
  return item;
}

void drop_first(Inbox& inbox) {
  std::uint64_t position = inbox.begin();
  bool damaged = false;
  inbox.read(position, damaged);
  inbox.drop(position);
}

TEST(Inbox, GivesBackInOrderAndOverwrites) {
  const Directory directory;
  const auto inbox = Inbox::create(directory.path(), 1);
  ASSERT_TRUE(inbox) << to_string(inbox.error());
  bool damaged = false;
  EXPECT_FALSE(first(**inbox, &damaged));
  for (int round = 0; round < 100; ++round) {  // many times around the ring
    const std::string one(1000, 'a'), two(997, 'b');
    ASSERT_TRUE((*inbox)->put(one));
    ASSERT_TRUE((*inbox)->put(two));
    EXPECT_EQ(first(**inbox, &damaged), one);
    drop_first(**inbox);
    EXPECT_EQ(first(**inbox, &damaged), two);
    drop_first(**inbox);
    EXPECT_FALSE(first(**inbox, &damaged));
    EXPECT_EQ((*inbox)->waiting_bytes(), 0U);
  }
  EXPECT_FALSE(damaged);
  std::ifstream file(directory.path() / directory.files().at(0), std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(file), {}};
  EXPECT_EQ(bytes.find("aaa"), std::string::npos) << "what was looked at stays in the file";
  EXPECT_EQ(bytes.size(), 4096U * 2);
}

TEST(Inbox, RefusesWhatHasNoRoom) {
  const Directory directory;
  const auto inbox = Inbox::create(directory.path(), 4096);
  ASSERT_TRUE((*inbox)->put(std::string(3000, 'a')));
  EXPECT_FALSE((*inbox)->put(std::string(3000, 'b')));
  EXPECT_FALSE((*inbox)->put(std::string(100'000, 'c')));
  bool damaged = false;
  EXPECT_EQ(first(**inbox, &damaged), std::string(3000, 'a'));
  drop_first(**inbox);
  EXPECT_TRUE((*inbox)->put(std::string(3000, 'b')));
}

TEST(Inbox, OfAProcessThatWasKilledIsFoundByTheNext) {
  const Directory directory;
  const pid_t child = fork();
  if (child == 0) {
    const auto inbox = Inbox::create(directory.path(), 4096);
    (*inbox)->put("one");
    (*inbox)->put("two");
    drop_first(**inbox);
    raise(SIGKILL);
  }
  int status = 0;
  waitpid(child, &status, 0);
  ASSERT_TRUE(WIFSIGNALED(status));
  const auto own = Inbox::create(directory.path(), 4096);
  const auto abandoned = Inbox::abandoned(directory.path());
  ASSERT_TRUE(abandoned);
  bool damaged = false;
  EXPECT_EQ(first(*abandoned, &damaged), "two");
  EXPECT_FALSE(Inbox::abandoned(directory.path())) << "those of living processes are theirs";
  abandoned->remove();
  EXPECT_EQ(directory.files().size(), 1U);
}

TEST(Inbox, DamageIsNoticedAndTheRestDropped) {
  const Directory directory;
  const auto inbox = Inbox::create(directory.path(), 4096);
  ASSERT_TRUE((*inbox)->put("one of two"));
  ASSERT_TRUE((*inbox)->put("two of two"));
  {
    std::fstream file(directory.path() / directory.files().at(0),
                      std::ios::binary | std::ios::in | std::ios::out);
    file.seekp(4096 + 16 + 2);
    file.put('X');
  }
  bool damaged = false;
  EXPECT_FALSE(first(**inbox, &damaged));
  EXPECT_TRUE(damaged);
  EXPECT_TRUE((*inbox)->put("three"));
  EXPECT_EQ(first(**inbox, &damaged), "three");
}

TEST(Inbox, IsReadOnBeforeItIsDropped) {
  const Directory directory;
  const auto inbox = Inbox::create(directory.path(), 4096);
  for (const char* item : {"one", "two", "three"}) ASSERT_TRUE((*inbox)->put(item));
  std::uint64_t position = (*inbox)->begin();
  bool damaged = false;
  EXPECT_EQ((*inbox)->read(position, damaged), "one");
  EXPECT_EQ((*inbox)->read(position, damaged), "two");
  EXPECT_EQ(first(**inbox), "one") << "nothing is gone yet";
  (*inbox)->drop(position);
  EXPECT_EQ(first(**inbox), "three");
}

TEST(Inbox, TakesFromManyThreads) {
  const Directory directory;
  const auto made = Inbox::create(directory.path(), 1024 * 1024);
  Inbox& inbox = **made;
  std::vector<std::thread> threads;
  for (int t = 0; t < 4; ++t) {
    threads.emplace_back([&inbox, t] {
      for (int i = 0; i < 1000; ++i)
        inbox.put(std::string(static_cast<std::size_t>(i % 200), static_cast<char>('a' + t)));
    });
  }
  std::size_t bytes = 0, items = 0;
  bool damaged = false;
  while (items < 4000) {
    const auto item = first(inbox, &damaged);
    ASSERT_FALSE(damaged);
    if (!item) continue;
    bytes += item->size();
    ++items;
    drop_first(inbox);
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(bytes, 4U * 5 * 19'900);  // 0 + 1 + ... + 199, five times in each thread
}

std::vector<std::string> lines_of(const Journal& journal, std::uint64_t from) {
  JournalReader reader(journal, from);
  std::vector<std::string> lines;
  while (auto line = reader.read()) lines.push_back(std::move(*line));
  return lines;
}

TEST(Journal, GoesOnWhereItWas) {
  const Directory directory;
  {
    const auto journal = Journal::open(directory.path(), {1000, 3});
    ASSERT_TRUE(journal) << to_string(journal.error());
    EXPECT_EQ((*journal)->end(), 1U);
    ASSERT_TRUE((*journal)->append(std::vector<std::string>{"one", "two"}));
  }
  const auto journal = Journal::open(directory.path(), {1000, 3});
  EXPECT_EQ((*journal)->end(), 3U);
  ASSERT_TRUE((*journal)->append(std::vector<std::string>{"three"}));
  EXPECT_EQ(lines_of(**journal, 1), (std::vector<std::string>{"one", "two", "three"}));
  EXPECT_EQ(lines_of(**journal, 3), (std::vector<std::string>{"three"}));
  EXPECT_TRUE(lines_of(**journal, 4).empty());
}

TEST(Journal, CutsOffWhatACrashLeftOfALine) {
  const Directory directory;
  const fs::path file = directory.path() / "alerts-00000000000000000001.jsonl";
  const std::string whole = "one\ntwo\n";
  for (std::size_t torn = 0; torn <= 5; ++torn) {
    std::ofstream(file, std::ios::binary | std::ios::trunc)
        << whole << std::string("three").substr(0, torn);
    const auto journal = Journal::open(directory.path(), {1000, 3});
    EXPECT_EQ((*journal)->end(), 3U) << torn;
    EXPECT_EQ(fs::file_size(file), whole.size()) << torn;
    ASSERT_TRUE((*journal)->append(std::vector<std::string>{"new"}));
    EXPECT_EQ(lines_of(**journal, 1), (std::vector<std::string>{"one", "two", "new"}));
  }
}

TEST(Journal, KeepsSoManyFilesAndNoMore) {
  const Directory directory;
  const auto journal = Journal::open(directory.path(), {10, 2});
  JournalReader along(**journal, 1);
  std::size_t read_along = 0;
  for (int i = 1; i <= 9; ++i) {
    ASSERT_TRUE(
        (*journal)->append(std::vector<std::string>{std::string(9, static_cast<char>('0' + i))}));
    while (along.read()) ++read_along;
  }
  EXPECT_EQ(read_along, 9U);
  EXPECT_EQ(directory.files(), (std::vector<std::string>{"alerts-00000000000000000008.jsonl",
                                                         "alerts-00000000000000000009.jsonl"}));
  EXPECT_EQ(lines_of(**journal, 1), (std::vector<std::string>{"888888888", "999999999"}));
  JournalReader late(**journal, 3);
  EXPECT_TRUE(late.read());
  EXPECT_EQ(late.next(), 9U) << "numbers whose files are gone are passed over";
}

/// A reader that waited for ever for what is gone would tell its owner nothing more, and nobody of it.
TEST(Journal, AFileThatIsGoneFromTheMiddleOrCutShortIsPassedOver) {
  for (const bool cut : {false, true}) {
    const Directory directory;
    const auto journal = Journal::open(directory.path(), {10, 9});
    for (const char* line : {"111111111", "222222222", "333333333", "444444444"}) ASSERT_TRUE((*journal)->append(std::vector<std::string>{line}));
    const fs::path second = directory.path() / "alerts-00000000000000000002.jsonl";
    cut ? fs::resize_file(second, 4) : static_cast<void>(fs::remove(second));
    EXPECT_EQ(lines_of(**journal, 1), (std::vector<std::string>{"111111111", "333333333", "444444444"})) << cut;
    EXPECT_EQ(lines_of(**journal, 2), (std::vector<std::string>{"333333333", "444444444"})) << cut;
  }
}

TEST(Journal, IsReadAgainFromTheDisk) {
  const Directory directory;
  const auto journal = Journal::open(directory.path(), {1000, 2});
  ASSERT_TRUE((*journal)->append(std::vector<std::string>{"one", "two"}));
  JournalReader reader(**journal, 1);
  EXPECT_EQ(reader.read(), "one");
  EXPECT_EQ(reader.read_again(), "one");
  EXPECT_EQ(reader.read(), "two");
}

TEST(Journal, TakesBackWhatCouldNotBeWrittenWhole) {
  const Directory directory;
  const pid_t child = fork();  // the limit is the process's
  if (child == 0) {
    signal(SIGXFSZ, SIG_IGN);
    const auto journal = Journal::open(directory.path(), {1'000'000, 2});
    bool good = (*journal)->append(std::vector<std::string>{"kept"}).has_value();
    rlimit limit{1000, RLIM_INFINITY};
    setrlimit(RLIMIT_FSIZE, &limit);
    const auto refused =
        (*journal)->append(std::vector<std::string>{std::string(500, 'a'), std::string(5000, 'b')});
    good = good && !refused && refused.error().code == ErrorCode::io && (*journal)->end() == 2;
    limit.rlim_cur = RLIM_INFINITY;
    setrlimit(RLIMIT_FSIZE, &limit);
    good = good && (*journal)->append(std::vector<std::string>{"later"}) &&
           lines_of(**journal, 1) == std::vector<std::string>{"kept", "later"};
    _exit(good ? 0 : 1);
  }
  int status = 0;
  waitpid(child, &status, 0);
  EXPECT_EQ(WEXITSTATUS(status), 0);
}

Candidate candidate() {
  Candidate c;
  c.list = "joint";
  c.id = "ja-1";
  c.score_bp = 9876;
  c.name = "Savsanov Gulbahor";
  c.handling = "Stop.";
  c.terms.owner = StateCode("TJK");
  c.terms.focal_point = "desk \",\"alert\":";
  c.terms.instruction = Instruction::discreet;
  c.terms.releasable_to = {StateCode("UZB"), StateCode("KGZ")};
  c.terms.valid_until = {2027, 1, 0};
  return c;
}

TEST(Alert, SaysWhoWasMetByReferenceAlone) {
  const Alert alert =
      alert_of(encounter(), candidate(), 0, "beef", "feed", TravellerDetail::reference);
  for (const char* absent :
       {"SAVSANOV", "Савсанов", "Savsanov", "1979", "TJ9040771", "Khujand", "Karim"})
    EXPECT_EQ(alert.json.find(absent), std::string::npos) << absent;
  for (const char* present :
       {R"("traveller":{"id":"t17"})", R"("score":0.9876)", R"("entry":"ja-1")",
        R"("entry_version":"beef")", R"("asked":"2026-09-21T14:13:20Z")",
        R"("post":{"name":"airport-1","state":"UZB"})", R"("shown_to_first_line":false)",
        "Unconfirmed. Discreet", "Stop. Verify identity and contact Tajikistan: desk"})
    EXPECT_NE(alert.json.find(present), std::string::npos) << present << " in " << alert.json;
  const Alert presented =
      alert_of(encounter(), candidate(), 0, "beef", "feed", TravellerDetail::presented);
  EXPECT_NE(presented.json.find("TJ9040771"), std::string::npos);
  EXPECT_EQ(presented.id, alert.id) << "the same encounter and entry";
}

TEST(Alert, IsTheSameWheneverItIsMadeAndReadAgain) {
  const Alert alert =
      alert_of(encounter(), candidate(), 0, "beef", "feed", TravellerDetail::presented);
  const auto back = alert_of_line(to_line(alert));
  ASSERT_TRUE(back);
  EXPECT_EQ(back->id, alert.id);
  EXPECT_EQ(back->json, alert.json);
  EXPECT_EQ(back->met_by, StateCode("UZB"));
  EXPECT_EQ(back->terms.owner, StateCode("TJK"));
  EXPECT_EQ(back->terms.focal_point, alert.terms.focal_point);
  EXPECT_EQ(back->terms.releasable_to, alert.terms.releasable_to);
  EXPECT_EQ(back->terms.valid_until, alert.terms.valid_until);
  EXPECT_FALSE(alert_of_line("{\"id\":\"1\"}"));
  EXPECT_FALSE(alert_of_line("Savsanov"));
  Encounter other = encounter();
  other.id = "ab-8";
  EXPECT_NE(alert_of(other, candidate(), 0, "beef", "feed", TravellerDetail::presented).id, alert.id);
}

TEST(Alert, OfEachReportedDocumentHasItsOwnId) {
  DocumentHit hit;
  hit.list = "sltd";
  hit.number = "TJ9040771";
  hit.type = "P";
  hit.issuer = StateCode("TJK");
  hit.status = DocumentStatus::lost;
  hit.reporting_state = StateCode("TJK");
  hit.reference = "R-1";
  std::vector<DocumentHit> hits(7, hit);
  hits[1].status = DocumentStatus::stolen;
  hits[2].reporting_state = StateCode("UZB");
  hits[3].reference = "R-2";
  hits[4].type = "D";
  hits[5].match = DocumentMatch::confusable;
  hits[6].issuer = StateCode("UZB");
  std::vector<std::string> ids;
  const auto id = [](const DocumentHit& document, std::size_t nth) {
    return alert_of(encounter(), document, nth, "feed", TravellerDetail::reference).id;
  };
  for (const DocumentHit& document : hits) ids.push_back(id(document, 0));
  ids.push_back(id(hit, 1));  // another of the traveller's documents inside the same listed range
  std::sort(ids.begin(), ids.end());
  EXPECT_EQ(std::adjacent_find(ids.begin(), ids.end()), ids.end());
  EXPECT_EQ(id(hit, 0), id(hit, 0)) << "whenever it is made";
}

TEST(Alert, IsReadByThoseWhoMaySeeTheEntryAndAreConcerned) {
  const Alert alert =
      alert_of(encounter(), candidate(), 0, "beef", "feed", TravellerDetail::reference);
  const auto reads = [&](const char* state, Line line, PartialDate today = {2026, 9, 21}) {
    return may_read({StateCode(state), line, today}, alert);
  };
  EXPECT_TRUE(reads("TJK", Line::second)) << "the owner";
  EXPECT_TRUE(reads("UZB", Line::second)) << "whose post it was";
  EXPECT_TRUE(reads("", Line::second)) << "who keeps the lists";
  EXPECT_FALSE(reads("KGZ", Line::second)) << "may see the entry, and is not concerned";
  EXPECT_FALSE(reads("AFG", Line::second));
  for (const char* state : {"TJK", "UZB", ""}) EXPECT_FALSE(reads(state, Line::first)) << state;
  EXPECT_FALSE(reads("TJK", Line::second, {2027, 2, 1})) << "the entry has expired";
}

TEST(Board, GivesEachPostWhatItMayReadAndNoHintOfTheRest) {
  Board board(10);
  Candidate open = candidate();
  open.terms.instruction = Instruction::arrest;
  const Alert hidden = alert_of(encounter(), candidate(), 0, "", "", TravellerDetail::reference);
  open.id = "ja-3";
  const Alert shown = alert_of(encounter(), open, 0, "", "", TravellerDetail::reference);
  const Post first{StateCode("TJK"), Line::first, {2026, 9, 21}};
  const Post second{StateCode("TJK"), Line::second, {2026, 9, 21}};
  std::uint64_t position = board.end();
  board.add(hidden);
  board.add(shown);
  std::string events;
  ASSERT_EQ(board.read(position, first, events), Board::Reading::done);
  EXPECT_EQ(events, "id: " + shown.id + "\nevent: alert\ndata: " + shown.json + "\n\n");
  events.clear();
  ASSERT_EQ(board.read(position, first, events), Board::Reading::done);
  EXPECT_EQ(events, "");
  position = board.after(hidden.id);
  ASSERT_EQ(board.read(position, second, events), Board::Reading::done);
  EXPECT_EQ(events.find(hidden.id), std::string::npos);
  EXPECT_NE(events.find(shown.id), std::string::npos);
  position = board.after("unknown");
  events.clear();
  ASSERT_EQ(board.read(position, second, events), Board::Reading::done);
  EXPECT_NE(events.find(hidden.id), std::string::npos) << "who knows nothing is told all";
}

TEST(Board, LosesAConsoleThatIsTooSlow) {
  Board board(3);
  const Alert alert = alert_of(encounter(), candidate(), 0, "", "", TravellerDetail::reference);
  std::uint64_t position = board.end();
  std::string events;
  for (int i = 0; i < 3; ++i) board.add(alert);
  std::uint64_t slow = position;
  EXPECT_EQ(board.read(position, {}, events), Board::Reading::done);
  board.add(alert);
  EXPECT_EQ(board.read(slow, {}, events), Board::Reading::lost);
  EXPECT_EQ(board.read(position, {}, events), Board::Reading::done);
}

/// The key and the text by hand: printf '1790000000.{"id":"1"}' | openssl dgst -sha256 -hmac
/// 0123456789abcdef
TEST(Signature, IsThatOfOpenssl) {
  EXPECT_EQ(signature("0123456789abcdef", 1'790'000'000, R"({"id":"1"})"),
            "t=1790000000,v1=e6aafe1ce79fa1e85335244abeefc1499342b12ffd2bff4dab78ddff1403b80a");
}

}  // namespace
}  // namespace darvaza::daemon
