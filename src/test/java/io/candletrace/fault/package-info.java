/** What happens when processes, connections, the database, the store or the model fail, with the packaged service. */
@NullMarked
package io.candletrace.fault;

import org.jspecify.annotations.NullMarked;
