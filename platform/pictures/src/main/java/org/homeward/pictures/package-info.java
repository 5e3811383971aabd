@NullMarked
package org.homeward.pictures;

import org.jspecify.annotations.NullMarked;
