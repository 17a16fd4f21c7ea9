/** One HTTP exchange at a time with somebody else's server: bounded in time and size, and a value whatever happens. */
@NullMarked
package io.candletrace.http;

import org.jspecify.annotations.NullMarked;
