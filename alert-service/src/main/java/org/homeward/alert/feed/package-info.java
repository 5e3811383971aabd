/** The police feed: which notices a desk reads, in which order, and what of them. */
package org.homeward.alert.feed;
