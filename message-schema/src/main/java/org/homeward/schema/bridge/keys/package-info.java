/** The keys of nodes: private ones that a node holds, public ones that the registry shows. */
@NullMarked
package org.homeward.schema.bridge.keys;

import org.jspecify.annotations.NullMarked;
