/** The facts about a missing child: one type in domain, store and wire. */
@NullMarked
package org.homeward.schema.facts;

import org.jspecify.annotations.NullMarked;
