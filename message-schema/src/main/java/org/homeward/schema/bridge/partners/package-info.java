/** The nodes that the registry lists, each with its keys and contacts. */
@NullMarked
package org.homeward.schema.bridge.partners;

import org.jspecify.annotations.NullMarked;
