/** Takes reports; what is accepted is published by the outbox. */
@NullMarked
package org.homeward.peers.reports;

import org.jspecify.annotations.NullMarked;
