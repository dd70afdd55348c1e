int twice(int Number) { return 2 * Number; }
