/** A PostgreSQL of its own. */
@NullMarked
package org.homeward.peers.postgres;

import org.jspecify.annotations.NullMarked;
