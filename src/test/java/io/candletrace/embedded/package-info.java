/** Tests of the PostgreSQL that comes along. */
@NullMarked
package io.candletrace.embedded;

import org.jspecify.annotations.NullMarked;
