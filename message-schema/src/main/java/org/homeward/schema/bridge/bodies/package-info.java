/** Messages between two nodes: the body of each type of message. See PROTOCOL.md. */
@NullMarked
package org.homeward.schema.bridge.bodies;

import org.jspecify.annotations.NullMarked;
