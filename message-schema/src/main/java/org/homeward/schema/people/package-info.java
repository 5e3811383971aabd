/** The people of a case: how they are named, reached and recognised, and what became of a child. */
@NullMarked
package org.homeward.schema.people;

import org.jspecify.annotations.NullMarked;
