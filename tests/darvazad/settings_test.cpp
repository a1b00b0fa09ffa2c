#include "config/settings.h"

#include <fstream>
#include <iterator>
#include <map>
#include <regex>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace darvaza::daemon {
namespace {

const std::string kDigest(64, 'a');

Result<Settings> parse(const std::string& text,
                       std::map<std::string, std::string> environment = {}) {
  return parse_settings(text, "test.toml", [environment](const std::string& name) {
    const auto found = environment.find(name);
    return found == environment.end() ? nullptr : found->second.c_str();
  });
}

std::string fault_of(const std::string& text, std::map<std::string, std::string> environment = {}) {
  const auto settings = parse(text, std::move(environment));
  return settings ? "no fault" : to_string(settings.error());
}

TEST(Settings, NeedNothingButAnIndex) {
  const auto settings = parse("[lists]\nindex = \"lists.dvz\"");
  ASSERT_TRUE(settings) << to_string(settings.error());
  EXPECT_EQ(settings->index, "lists.dvz");
  EXPECT_EQ(settings->listen.plain, std::vector<std::string>{"127.0.0.1:8480"});
  EXPECT_TRUE(settings->posts.empty());
  EXPECT_EQ(fault_of(""), "test.toml: lists.index or lists.posts is needed: a file that `darvaza build` wrote, or directories that `darvaza lists update` keeps");
  EXPECT_EQ(parse("", {{"DARVAZA_LISTS_POSTS", "a,b"}})->list_posts, (std::vector<std::string>{"a", "b"}));
}

/// The defaults that darvazad.toml tells are those that hold: its lines, made settings, change
/// nothing.
TEST(Settings, AreExplainedWithTheirDefaults) {
  std::ifstream in(std::string(DARVAZA_SOURCE_DIR) + "/tools/darvazad/darvazad.toml");
  std::string text{std::istreambuf_iterator<char>(in), {}};
  text = text.substr(0, text.find("#[[channel]]"));
  const std::regex setting("(^|\n)#([a-z_]+ = )");
  const auto begin = std::sregex_iterator(text.begin(), text.end(), setting);
  EXPECT_EQ(std::distance(begin, std::sregex_iterator()), 53)
      << "settings without an explanation, or the other way round";
  const auto explained = parse(std::regex_replace(text, setting, "$1$2"));
  const auto defaults = parse("[lists]\nindex = \"/var/lib/darvaza/lists.dvz\"");
  ASSERT_TRUE(explained) << to_string(explained.error());
  const auto& [e, d] = std::tie(*explained, *defaults);
  EXPECT_EQ(e.index, d.index);
  EXPECT_EQ(e.list_posts, d.list_posts);
  EXPECT_EQ(e.listen.plain, d.listen.plain);
  EXPECT_EQ(e.listen.tls, d.listen.tls);
  EXPECT_EQ(e.tls.certificate, d.tls.certificate);
  EXPECT_EQ(e.tls.client_required, d.tls.client_required);
  EXPECT_EQ(e.limits.header_bytes, d.limits.header_bytes);
  EXPECT_EQ(e.limits.target_bytes, d.limits.target_bytes);
  EXPECT_EQ(e.limits.body_bytes, d.limits.body_bytes);
  EXPECT_EQ(e.limits.manifest_bytes, d.limits.manifest_bytes);
  EXPECT_EQ(e.limits.header_seconds, d.limits.header_seconds);
  EXPECT_EQ(e.limits.body_seconds, d.limits.body_seconds);
  EXPECT_EQ(e.limits.idle_seconds, d.limits.idle_seconds);
  EXPECT_EQ(e.limits.write_seconds, d.limits.write_seconds);
  EXPECT_EQ(e.limits.connections, d.limits.connections);
  EXPECT_EQ(e.work.threads, d.work.threads);
  EXPECT_EQ(e.work.queue, d.work.queue);
  EXPECT_EQ(e.work.streams, d.work.streams);
  EXPECT_EQ(e.work.deadline_ms, d.work.deadline_ms);
  EXPECT_EQ(e.work.drain_seconds, d.work.drain_seconds);
  EXPECT_EQ(e.work.beat_ms, d.work.beat_ms);
  EXPECT_EQ(e.audit.directory, d.audit.directory);
  EXPECT_EQ(e.audit.key, d.audit.key);
  EXPECT_EQ(e.audit.query_key, d.audit.query_key);
  EXPECT_EQ(e.audit.file_bytes, d.audit.file_bytes);
  EXPECT_EQ(e.audit.queue, d.audit.queue);
  EXPECT_EQ(e.audit.sync, d.audit.sync);
  EXPECT_EQ(e.audit.on_failure, d.audit.on_failure);
  EXPECT_EQ(e.client.requests_per_second, d.client.requests_per_second);
  EXPECT_EQ(e.client.burst, d.client.burst);
  EXPECT_EQ(e.screening.top, d.screening.top);
  EXPECT_EQ(e.screening.min_score, d.screening.min_score);
  EXPECT_EQ(e.screening.review_score, d.screening.review_score);
  EXPECT_EQ(e.screening.hit_score, d.screening.hit_score);
  EXPECT_EQ(e.screening.near_documents, d.screening.near_documents);
  EXPECT_EQ(e.alerts.directory, d.alerts.directory);
  EXPECT_EQ(e.alerts.from, d.alerts.from);
  EXPECT_EQ(e.alerts.traveller, d.alerts.traveller);
  EXPECT_EQ(e.alerts.inbox_bytes, d.alerts.inbox_bytes);
  EXPECT_EQ(e.alerts.file_bytes, d.alerts.file_bytes);
  EXPECT_EQ(e.alerts.files, d.alerts.files);
  EXPECT_EQ(e.alerts.replay, d.alerts.replay);
  EXPECT_EQ(e.alerts.consoles, d.alerts.consoles);
  EXPECT_EQ(e.cleared.database, d.cleared.database);
  EXPECT_EQ(e.cleared.most_rules, d.cleared.most_rules);
  EXPECT_EQ(e.cleared.most_days, d.cleared.most_days);
  EXPECT_EQ(e.cleared.keep_days, d.cleared.keep_days);
}

TEST(Settings, ThresholdsGoTogether) {
  const std::string before = "[lists]\nindex = \"a\"\n[screening]\n";
  const auto measured = parse(before + "review_score = 0.2247\nhit_score = 0.2546");
  ASSERT_TRUE(measured) << to_string(measured.error());
  EXPECT_EQ(measured->screening.review_score, 0.2247);
  EXPECT_EQ(measured->screening.hit_score, 0.2546);
  EXPECT_EQ(measured->screening.min_score, 0.2247);  // or nobody would be named
  EXPECT_EQ(parse(before + "review_score = 0.7")->screening.min_score, 0.5);
  EXPECT_EQ(parse(before + "min_score = 0")->screening.min_score, 0);
  EXPECT_EQ(parse(before, {{"DARVAZA_SCREENING_HIT_SCORE", "0.75"}})->screening.hit_score, 0.75);
  EXPECT_EQ(fault_of(before + "hit_score = 0.4"),
            "test.toml: screening.hit_score: expected at least screening.review_score");
  EXPECT_EQ(fault_of(before + "min_score = 0.7"),
            "test.toml: screening.min_score: expected at most screening.review_score, or whoever "
            "is to be reviewed would not be named");
  EXPECT_EQ(fault_of(before + "review_score = 1.5"),
            "test.toml:4: screening.review_score: expected a number from 0 to 1");
}

TEST(Settings, MisspeltVariablesAreNotIgnored) {
  const auto fault_of_variable = [](const char* variable) {
    const std::vector<const char*> variables = {"HOME=/root", variable, "DARVAZA_WORK_THREADS=3"};
    const auto checked = check_environment(variables);
    return checked ? std::string("no fault") : to_string(checked.error());
  };
  EXPECT_EQ(fault_of_variable("DARVAZA_WORK_THREAD=3"),
            "environment variable DARVAZA_WORK_THREAD: there is no such setting");
  EXPECT_EQ(fault_of_variable("DARVAZA_LISTS_=x"),
            "environment variable DARVAZA_LISTS_: there is no such setting");
  EXPECT_EQ(fault_of_variable("DARVAZA_POST_NAME=x"),
            "environment variable DARVAZA_POST_NAME: there is no such setting");
  for (const char* variable :
       {"DARVAZA_LISTS_INDEX=a=b", "DARVAZA_DATA=/data", "DARVAZA=/usr/bin/darvaza",
        "darvaza_work_thread=3", "DARVAZA_WORKSHOP=1"})
    EXPECT_EQ(fault_of_variable(variable), "no fault") << variable;
}

TEST(Settings, ChannelsAreCheckedOneByOne) {
  const std::string before = "[lists]\nindex = \"a\"\n[alerts]\ndirectory = \"d\"\n";
  const auto channel = [](const std::string& url, const std::string& rest = "") {
    return "[[channel]]\nname = \"desk\"\nsecret_file = \"s\"\nurl = \"" + url + "\"\n" + rest;
  };
  for (const char* url :
       {"https://alerts.example/x", "http://127.0.0.1:80/", "http://[::1]/", "http://localhost:1"})
    EXPECT_EQ(fault_of(before + channel(url)), "no fault") << url;
  for (const char* url : {"http://alerts.example/", "ftp://127.0.0.1/",
                          "https://user:word@alerts.example/", "http://127.0.0.1@alerts.example/",
                          "http://localhost:x@alerts.example/", "alerts.example", "https://", ""})
    EXPECT_EQ(fault_of(before + channel(url)),
              "test.toml: channel desk: expected a url with https (http to this machine alone)")
        << url;
  const std::string url = "https://alerts.example/";
  EXPECT_EQ(fault_of(before + channel(url, "owner = \"Nowhere\"")),
            "test.toml: channel desk: its owner is no State that is known");
  EXPECT_NE(fault_of(before + channel(url, "owner = \"\"")).find("channel.owner: expected a State"), std::string::npos)
      << "a variable that nobody filled in must not send it the alerts of others";
  EXPECT_EQ(fault_of(before + channel(url, "focal_point = \"desk\"")),
            "test.toml: channel desk: a focal_point needs its owner");
  EXPECT_EQ(fault_of(before + channel(url) + channel(url)),
            "test.toml: channel desk: another channel has the same name");
  EXPECT_EQ(fault_of("[lists]\nindex = \"a\"\n" + channel(url)),
            "test.toml: a [[channel]] needs alerts.directory");
  EXPECT_EQ(fault_of(before + "[[channel]]\nname = \"../x\""),
            "test.toml: a channel needs a name of letters, digits, - and _, at most 64");
  EXPECT_EQ(fault_of(before + "from = \"clear\""),
            "test.toml: alerts.from: expected hit or review");
  EXPECT_EQ(fault_of(before + "traveller = \"all\""),
            "test.toml: alerts.traveller: expected reference or presented");
}

TEST(Settings, OfTheEnvironmentOverrideTheFile) {
  const auto settings = parse("[lists]\nindex = \"a\"\n[work]\nthreads = 2",
                              {{"DARVAZA_LISTS_INDEX", "b"},
                               {"DARVAZA_LISTEN_PLAIN", "127.0.0.1:0,unix:/run/d.sock"},
                               {"DARVAZA_WORK_THREADS", "3"},
                               {"DARVAZA_SCREENING_MIN_SCORE", "0.25"},
                               {"DARVAZA_SCREENING_NEAR_DOCUMENTS", "true"}});
  ASSERT_TRUE(settings) << to_string(settings.error());
  EXPECT_EQ(settings->index, "b");
  EXPECT_EQ(settings->listen.plain, (std::vector<std::string>{"127.0.0.1:0", "unix:/run/d.sock"}));
  EXPECT_EQ(settings->work.threads, 3u);
  EXPECT_EQ(settings->screening.min_score, 0.25);
  EXPECT_TRUE(settings->screening.near_documents);
  EXPECT_EQ(fault_of("", {{"DARVAZA_WORK_QUEUE", "many"}}),
            "environment variable DARVAZA_WORK_QUEUE: expected a whole number from 1 to 1000000");
}

TEST(Settings, ThatAreWrongAreNamedWithTheirLine) {
  const std::string index = "[lists]\nindex = \"a\"\n";
  EXPECT_EQ(fault_of(index + "[work]\nthread = 2"), "test.toml:4: unknown key thread in [work]");
  EXPECT_EQ(fault_of(index + "[wrok]\nthreads = 2"), "test.toml:3: unknown section wrok");
  EXPECT_EQ(fault_of(index + "[work]\nthreads = \"two\""),
            "test.toml:4: work.threads: expected a whole number from 0 to 1024");
  EXPECT_EQ(fault_of(index + "[work]\nthreads = 2000"),
            "test.toml:4: work.threads: expected a whole number from 0 to 1024");
  EXPECT_EQ(fault_of(index + "[work]\nthreads = -1"),
            "test.toml:4: work.threads: expected a whole number from 0 to 1024");
  EXPECT_EQ(fault_of(index + "[listen]\nplain = [1]"),
            "test.toml:4: listen.plain: expected a list of texts");
  EXPECT_EQ(fault_of(index + "[screening]\nmin_score = 2"),
            "test.toml:4: screening.min_score: expected a number from 0 to 1");
  EXPECT_NE(fault_of("[lists\n"), "no fault");
}

TEST(Settings, ThatDoNotGoTogetherAreRefused) {
  const std::string index = "[lists]\nindex = \"a\"\n";
  EXPECT_EQ(fault_of(index + "[listen]\ntls = [\"127.0.0.1:0\"]"),
            "test.toml: listen.tls needs tls.certificate and tls.key");
  EXPECT_EQ(fault_of(index + "[tls]\nclient_required = true"),
            "test.toml: tls.client_required needs tls.client_ca");
}

TEST(Settings, OfTheAuditLogGoTogether) {
  const std::string index = "[lists]\nindex = \"a\"\n[audit]\n";
  EXPECT_EQ(fault_of(index + "directory = \"d\""),
            "test.toml: audit.directory and audit.key need each other");
  EXPECT_EQ(fault_of(index + "query_key = \"q\""), "test.toml: audit.query_key needs audit.key");
  const std::string log = index + "directory = \"d\"\nkey = \"k\"\n";
  EXPECT_EQ(fault_of(log), "no fault");
  EXPECT_EQ(
      fault_of(log + "query_key = \"k\""),
      "test.toml: audit.query_key and audit.key are for different people: expected two files");
  EXPECT_EQ(fault_of(log + "sync = \"often\""),
            "test.toml: audit.sync: expected answer, second or none");
  EXPECT_EQ(fault_of(log + "on_failure = \"stop\""),
            "test.toml: audit.on_failure: expected refuse or continue");
}

TEST(Settings, PostsAreCheckedOneByOne) {
  const std::string index = "[lists]\nindex = \"a\"\n";
  const std::string post = "[[post]]\nname = \"p\"\ntoken_sha256 = \"" + kDigest + "\"\n";
  const auto settings = parse(index + post + "roles = [\"screen\"]\npurposes = [\"visa\"]");
  ASSERT_TRUE(settings) << to_string(settings.error());
  ASSERT_EQ(settings->posts.size(), 1u);
  EXPECT_EQ(settings->posts[0].purposes, std::vector<std::string>{"visa"});
  EXPECT_EQ(fault_of(index + "[[post]]\nname = \"p\""),
            "test.toml: post p: needs token_sha256 or certificate_sha256");
  EXPECT_EQ(fault_of(index + "[[post]]\nname = \"p\"\ntoken_sha256 = \"secret\""),
            "test.toml: post p: a SHA-256 is 64 hexadecimal digits in lower case");
  EXPECT_EQ(fault_of(index + post + "roles = [\"king\"]"),
            "test.toml: post p: expected the roles screen, entries, alerts, clear or administer");
  EXPECT_EQ(fault_of(index + post + "line = \"third\""),
            "test.toml: post p: expected the line first or second");
  EXPECT_EQ(fault_of(index + post + "state = \"Nowhere\""),
            "test.toml: post p: its State is not known: expected a code of ISO 3166 or Doc 9303, "
            "or an English name");
  EXPECT_EQ(fault_of(index + post + "state = \"\"").substr(0, 16), "test.toml:6: pos") << "a variable that nobody filled in must not show everything";
  EXPECT_NE(fault_of(index + post + "state = \"\"").find("post.state: expected a State"), std::string::npos);
  EXPECT_EQ(parse(index + post + "state = \"uzb\"")->posts.at(0).state, "uzb");
  EXPECT_EQ(fault_of(index + post + "[[post]]\nname = \"q\"\ntoken_sha256 = \"" + kDigest + "\""),
            "test.toml: post q: another post has the same name, token or certificate");
  EXPECT_EQ(fault_of(index + "[post]\nname = \"p\""),
            "test.toml:3: each post is a table of its own: [[post]]");
}

}  // namespace
}  // namespace darvaza::daemon
