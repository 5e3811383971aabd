/** Tells the police what they may know, through feeds. */
@NullMarked
package org.homeward.alert;

import org.jspecify.annotations.NullMarked;
