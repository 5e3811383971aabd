/** Reports in, an outbox between, a feed out; with what Spring Modulith brings. */
@NullMarked
package org.homeward.peers;

import org.jspecify.annotations.NullMarked;
