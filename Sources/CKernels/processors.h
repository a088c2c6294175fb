#ifndef CK_PROCESSORS_H
#define CK_PROCESSORS_H

// One version for each family of processors, chosen at load time; elsewhere the plain loop serves.
#if defined(__x86_64__) && defined(__has_attribute)
#if __has_attribute(target_clones)
#define FOR_EACH_PROCESSOR __attribute__((target_clones("avx512f", "avx2", "default")))
#endif
#endif
#ifndef FOR_EACH_PROCESSOR
#define FOR_EACH_PROCESSOR
#endif

#endif
