/** Police desks and the keys with which their feed readers come. */
@NullMarked
package org.homeward.alert.desks;

import org.jspecify.annotations.NullMarked;
