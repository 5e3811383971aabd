/** The documents as services tell each other of them: the present state of each. */
@NullMarked
package org.homeward.schema.snapshots;

import org.jspecify.annotations.NullMarked;
