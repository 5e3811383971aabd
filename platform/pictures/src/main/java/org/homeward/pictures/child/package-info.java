@NullMarked
package org.homeward.pictures.child;

import org.jspecify.annotations.NullMarked;
