@NullMarked
package org.homeward.pictures.keeping;

import org.jspecify.annotations.NullMarked;
