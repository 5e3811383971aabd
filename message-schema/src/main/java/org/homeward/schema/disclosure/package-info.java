/** The one way out: who may know what of a case, and the entry that says who looked. */
@NullMarked
package org.homeward.schema.disclosure;

import org.jspecify.annotations.NullMarked;
