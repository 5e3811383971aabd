/** Ports of the features on the store. */
@NullMarked
package org.homeward.alert.mongo;

import org.jspecify.annotations.NullMarked;
