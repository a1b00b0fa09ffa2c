/* Nothing but the header: compiled as C99, C11 and C++17 with every warning an error. */
#include "darvaza.h"

/* Without padding that somebody could leave unset, and of the sizes that programs were built with:
 * these change only by growing, and then kFirstSize (bindings/c/given.h) keeps the first. */
#define SIZE(type, size) typedef char type##_has_its_size[sizeof(type) == (size) ? 1 : -1]
#if UINTPTR_MAX == 0xFFFFFFFFFFFFFFFFu
SIZE(darvaza_text, 16);
SIZE(darvaza_date, 4);
SIZE(darvaza_problem, 40);
SIZE(darvaza_name, 48);
SIZE(darvaza_document, 80);
SIZE(darvaza_flight, 128);
SIZE(darvaza_address, 56);
SIZE(darvaza_traveller, 224);
SIZE(darvaza_screening_options, 80);
SIZE(darvaza_open_options, 24);
SIZE(darvaza_manifest_options, 16);
SIZE(darvaza_mrz_options, 24);
SIZE(darvaza_result, 96);
SIZE(darvaza_candidate, 120);
SIZE(darvaza_evidence, 32);
SIZE(darvaza_document_hit, 160);
SIZE(darvaza_entry_terms, 120);
#endif

int main(void) { return darvaza_abi_version() == DARVAZA_ABI_VERSION ? 0 : 1; }
