// A file that breaks off must never be taken for more than it says, and never bring the reader
// down.
#include <string>

#include <gtest/gtest.h>

#include "lists/list_test_support.h"

namespace darvaza::lists {
namespace {

struct Sample {
  const char* name;
  std::string content;
};

void PrintTo(const Sample& sample, std::ostream* out) { *out << sample.name; }

class BrokenOff : public testing::TestWithParam<Sample> {};

TEST_P(BrokenOff, AtAnyByteIsAnErrorOrFewerRecords) {
  const TestDirectory directory;
  const std::string& whole = GetParam().content;
  const auto all = read_files({directory.write("whole", whole)});
  ASSERT_FALSE(all.refused) << all.error.message;
  const std::size_t records = all.entries.size() + all.documents.size();
  ASSERT_GE(records, 2u);
  for (std::size_t size = 0; size < whole.size(); ++size) {
    const auto cut = read_files({directory.write("cut", whole.substr(0, size))});
    if (cut.refused) {
      EXPECT_FALSE(cut.error.message.empty());
    } else {
      EXPECT_LE(cut.entries.size() + cut.documents.size(), records) << "cut at byte " << size;
    }
  }
}

TEST_P(BrokenOff, WithAnyByteOverwrittenIsRefusedOrRead) {
  const TestDirectory directory;
  const std::string& whole = GetParam().content;
  for (const char junk : {'\0', '"', '<', '\xFF'}) {
    for (std::size_t at = 0; at < whole.size(); ++at) {
      std::string damaged = whole;
      damaged[at] = junk;
      const auto read = read_files({directory.write("damaged", damaged)});
      EXPECT_EQ(read.sources.size(), read.refused ? 0u : 1u);
    }
  }
}

INSTANTIATE_TEST_SUITE_P(
    EveryFormat, BrokenOff,
    testing::Values(
        Sample{"un_xml",
               "<CONSOLIDATED_LIST><INDIVIDUALS><INDIVIDUAL><FIRST_NAME>A</FIRST_NAME>"
               "<INDIVIDUAL_DOCUMENT><NUMBER>1</NUMBER></INDIVIDUAL_DOCUMENT></INDIVIDUAL>"
               "<INDIVIDUAL><FIRST_NAME>B</FIRST_NAME></INDIVIDUAL></INDIVIDUALS>"
               "</CONSOLIDATED_LIST>"},
        Sample{"ofac_xml",
               "<sdnList><sdnEntry><lastName>A</lastName><sdnType>Individual</sdnType><idList><id>"
               "<idType>Passport</idType><idNumber>1</idNumber></id></idList></sdnEntry><sdnEntry>"
               "<lastName>B</lastName><sdnType>Individual</sdnType></sdnEntry></sdnList>"},
        Sample{"ofac_advanced_xml",
               "<Sanctions><ReferenceValueSets><PartySubTypeValues><PartySubType "
               "ID='1'>Individual</PartySubType>"
               "</PartySubTypeValues></ReferenceValueSets><DistinctParties><DistinctParty><Profile "
               "ID='1' PartySubTypeID='1'>"
               "<Identity><Alias><DocumentedName><DocumentedNamePart><NamePartValue>A</"
               "NamePartValue></DocumentedNamePart>"
               "</DocumentedName></Alias></Identity></Profile><Profile ID='2' "
               "PartySubTypeID='1'><Identity><Alias>"
               "<DocumentedName><DocumentedNamePart><NamePartValue>B</NamePartValue></"
               "DocumentedNamePart></DocumentedName></Alias>"
               "</Identity></Profile></DistinctParty></DistinctParties></Sanctions>"},
        Sample{"eu_fsf_xml",
               "<export><sanctionEntity><subjectType classificationCode='P'/><nameAlias "
               "wholeName='A'/><birthdate year='1960' "
               "circa='true'/></sanctionEntity><sanctionEntity><subjectType "
               "code='person'/><nameAlias lastName='B'/>"
               "</sanctionEntity></export>"},
        Sample{"canada_sema_xml",
               "<data-set><record><LastName>A</LastName><Aliases>B C; "
               "D</Aliases></record><record><GivenName-Prenom>E"
               "</GivenName-Prenom></record></data-set>"},
        Sample{"uk_csv",
               "Report Date: 1-May-2031\nUnique ID,Name 6,Name 1,Designation Type,D.O.B\n1,A,\"B "
               "\"\"C\"\"\",Individual,dd/mm/1960\n"
               "2,D,,Individual,\n1,E,,Individual,\n"},
        Sample{"interpol_json",
               "{\"entity_id\":\"1\",\"name\":\"A\",\"date_of_birth\":\"1960/05/17\"}\n"
               "{\"_embedded\":{\"notices\":[{\"entity_id\":\"2\",\"name\":\"B\"}]}}\n"},
        Sample{
            "ofac_sdn_csv",
            "1,\"A, B\",individual,X,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,\"DOB 1 May 1960; Passport "
            "A1 (Iran); a.k.a. 'C'.\"\n2,D,individual,X,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \n"},
        Sample{"opensanctions_csv",
               "id,schema,name,aliases,birth_date\n1,Person,A,\"\"\"b;c\"\"; d\",1960\n2,,B,,\n"},
        Sample{"ftm_json",
               "{\"id\":\"a\",\"schema\":\"Person\",\"properties\":{\"name\":[\"A\"]}}\n"
               "{\"id\":\"b\",\"schema\":\"Person\",\"properties\":{\"name\":[\"B\"]}}\n"
               "{\"id\":\"p\",\"schema\":\"Passport\",\"properties\":{\"holder\":[\"a\"]}}\n"},
        Sample{"persons_csv", "id,surname,given_names,dob\n1,A,\"B \"\"C\"\"\",1960\n2,D,E,\n"},
        Sample{"documents_csv",
               "document_number,status,range_end,issuing_state\nA1,lost,,PAK\nA2,blank,A9,IRN\n"}),
    [](const auto& sample) { return sample.param.name; });

}  // namespace
}  // namespace darvaza::lists
