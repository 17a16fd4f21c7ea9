/** The PostgreSQL that comes along when none is configured. */
@NullMarked
package io.candletrace.embedded;

import org.jspecify.annotations.NullMarked;
