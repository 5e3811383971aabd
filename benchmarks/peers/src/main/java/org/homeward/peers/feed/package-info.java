/** Shows what the topic says, as one row for each report. */
@NullMarked
package org.homeward.peers.feed;

import org.jspecify.annotations.NullMarked;
