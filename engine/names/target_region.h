// Code for processors with more than the least that this is built for: between these two, functions may use `features`, and are
// called only where the processor has them.
#pragma once

#define DARVAZA_PRAGMA(tokens) _Pragma(#tokens)

#if defined(__clang__)  // which passes over GCC's pragma
#define DARVAZA_TARGET_BEGIN(features) DARVAZA_PRAGMA(clang attribute push(__attribute__((target(features))), apply_to = function))
#define DARVAZA_TARGET_END DARVAZA_PRAGMA(clang attribute pop)
#else
#define DARVAZA_TARGET_BEGIN(features) DARVAZA_PRAGMA(GCC push_options) DARVAZA_PRAGMA(GCC target(features))
#define DARVAZA_TARGET_END DARVAZA_PRAGMA(GCC pop_options)
#endif
