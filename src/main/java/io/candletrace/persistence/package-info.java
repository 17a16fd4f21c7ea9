/** The one way to open a session and a transaction. */
@NullMarked
package io.candletrace.persistence;

import org.jspecify.annotations.NullMarked;
