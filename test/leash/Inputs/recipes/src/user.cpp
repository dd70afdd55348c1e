#include "shared.h"

void use() { inHeader(); }
