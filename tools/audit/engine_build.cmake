# Which engine answers: its version and a digest of its sources. Not the compiler's: scores are integers, so that every
# processor and compiler gives the same bytes.
file(GLOB sources RELATIVE ${ENGINE} ${ENGINE}/*/*.cpp ${ENGINE}/*/*.h ${ENGINE}/*/*.inc ${ENGINE}/include/darvaza/*.h)
list(SORT sources)
set(digests "")
foreach(source ${sources})
  file(SHA256 ${ENGINE}/${source} digest)
  string(APPEND digests "${source} ${digest}\n")
endforeach()
string(SHA256 digest "${digests}")
string(SUBSTRING ${digest} 0 16 digest)
file(WRITE ${OUTPUT} "#include \"audit/engine_build.h\"\n\n\
namespace darvaza::audit {\n\n\
const char* engine_build() { return \"${VERSION}+${digest}\"; }\n\n\
}  // namespace darvaza::audit\n")
