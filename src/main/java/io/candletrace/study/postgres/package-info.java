/** Studies in PostgreSQL. */
@NullMarked
package io.candletrace.study.postgres;

import org.jspecify.annotations.NullMarked;
