#define forever for (;;)
#define SERVE_FOREVER(f)                                                       \
  for (;;) {                                                                   \
    f();                                                                       \
  }
