// Batches and passenger lists whose travellers cannot all be answered: what is sent must say so, whatever was thrown.
#include "api/batches.h"

#include <filesystem>
#include <new>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "darvaza/build_index.h"
#include "temporary_directory.h"

namespace darvaza::daemon {
namespace {

/// Has no memory for the answer to one traveller. That it is always the same one matters: two threads answer at once, so
/// that the answers before any moment are not those to the first travellers.
class ShortOfMemory : public AnswerParty {
 public:
  explicit ShortOfMemory(int failing) : failing_(std::to_string(failing)) {}
  void told(const Asking& /*asking*/, const Traveller& traveller, const Answer& /*answer*/) override {
    if (traveller.id == failing_) throw std::bad_alloc();
  }

 private:
  const std::string failing_;
};

/// A client that sends its body in pieces and keeps what it is answered.
class Client : public Exchange {
 public:
  Client(std::string body, std::size_t piece) : body_(std::move(body)), piece_(piece) {}

  std::size_t read(char* bytes, std::size_t size) override {
    const std::size_t count = body_.copy(bytes, std::min(size, piece_), read_);
    read_ += count;
    return count;
  }
  bool write(const Response& head, std::string_view piece) override {
    if (answer.empty()) status = head.status;
    answer += piece;
    return true;
  }
  bool whole() const override { return read_ == body_.size(); }

  int status = 0;
  std::string answer;

 private:
  const std::string body_;
  const std::size_t piece_;
  std::size_t read_ = 0;
};

std::size_t count(std::string_view text, std::string_view word) {
  std::size_t found = 0;
  for (auto at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) ++found;
  return found;
}

class BatchesThatFail : public testing::Test {
 protected:
  static constexpr int kTravellers = 200, kFailing = 100;

  BatchesThatFail() {
    const std::vector<std::filesystem::path> csv = {directory_.write("l.csv", "id,name\n1,Gulbahor Savsanova\n")};
    EXPECT_TRUE(build_index(csv, directory_ / "index.dvz"));
    lists_ = std::move(*ListsInUse::open({{directory_ / "index.dvz"}, {}, {}}));
    answers_.join(party_);
  }

  BatchQuestion question(const Head& head) const {
    Asking asking{"/v1/screen/batch", {}, {}, {}, false};
    asking.ask(lists_->current());
    return {head, asking, 0, answers_, queue_};
  }

  /// Travellers whom no list names, one a line.
  static std::string travellers(std::string_view heading, std::string_view line) {
    std::string body(heading);
    for (int i = 0; i < kTravellers; ++i) body += line;
    return body;
  }

  test::TemporaryDirectory directory_;
  std::unique_ptr<ListsInUse> lists_;
  Answers answers_;
  ShortOfMemory party_{kFailing};
  mutable WorkQueue queue_{2, 10};
};

TEST_F(BatchesThatFail, ABatchTellsWholeSlicesInTheirOrderAndThenThatItBrokeOff) {
  for (const std::size_t piece : {std::size_t{100}, std::size_t{1} << 20}) {
    ShortOfMemory party(kFailing);
    Answers answers;
    answers.join(party);
    const Head head;
    Client client(travellers("", "{\"name\": \"Zxyqw Vbnmk\"}\n"), piece);
    BatchQuestion asked = question(head);
    screen_batch({head, asked.asking, 0, answers, queue_}, client);
    const std::size_t told = count(client.answer, "\"decision\": \"clear\"");
    EXPECT_LT(told, std::size_t{kFailing}) << "in pieces of " << piece;
    for (std::size_t i = 1; i <= told; ++i) {
      EXPECT_NE(client.answer.find("{\"id\": \"" + std::to_string(i) + "\""), std::string::npos) << i;
    }
    EXPECT_EQ(count(client.answer, "\n"), told + 1) << "one line more than answers";
    const std::string last = client.answer.substr(client.answer.rfind('\n', client.answer.size() - 2) + 1);
    EXPECT_NE(last.find("\"status\":500"), std::string::npos) << last;
    EXPECT_NE(last.find("travellers have no answer"), std::string::npos) << last;
    EXPECT_EQ(last.find("decision"), std::string::npos) << last;
  }
}

TEST_F(BatchesThatFail, APassengerListIsRefusedAsAWhole) {
  const Head head;
  Client client(travellers("name\n", "Zxyqw Vbnmk\n"), 100);
  screen_manifest(question(head), client);
  EXPECT_EQ(client.status, 500);
  EXPECT_EQ(client.answer.find("clear"), std::string::npos);
  EXPECT_NE(client.answer.find("nobody on it has an answer"), std::string::npos) << client.answer;
}

TEST_F(BatchesThatFail, TheQueueGoesOnWorking) {
  const Head head;
  Client first(travellers("name\n", "Zxyqw Vbnmk\n"), 100), second("name\nZxyqw Vbnmk\n", 100);
  screen_manifest(question(head), first);
  screen_manifest(question(head), second);
  EXPECT_EQ(second.status, 200);
  EXPECT_EQ(count(second.answer, "\"decision\": \"clear\""), 1u);
}

}  // namespace
}  // namespace darvaza::daemon
