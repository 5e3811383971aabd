/** Puts the service together; each class is what the bean methods of one part are. */
@NullMarked
package org.homeward.alert.config;

import org.jspecify.annotations.NullMarked;
