#include "DiscardedFutureCheck.h"
