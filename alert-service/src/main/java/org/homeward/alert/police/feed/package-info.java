/** The police feed: which notices a desk reads, in which order, by poll or as a stream. */
package org.homeward.alert.police.feed;
