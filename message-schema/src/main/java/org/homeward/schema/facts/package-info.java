/** What people say about a missing child: the one type of facts in domain, store and wire. */
@NullMarked
package org.homeward.schema.facts;

import org.jspecify.annotations.NullMarked;
