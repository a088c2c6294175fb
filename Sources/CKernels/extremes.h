#ifndef CK_EXTREMES_H
#define CK_EXTREMES_H

// As the processor's own instructions have them: of a pair with no number the second.
#define LESSER(a, b) ((a) < (b) ? (a) : (b))
#define GREATER(a, b) ((a) > (b) ? (a) : (b))

#endif
