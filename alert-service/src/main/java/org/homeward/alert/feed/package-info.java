/** The police feed: which notices a desk reads, in which order, and what of them. */
@NullMarked
package org.homeward.alert.feed;

import org.jspecify.annotations.NullMarked;
