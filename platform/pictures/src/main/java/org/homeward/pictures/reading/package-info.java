@NullMarked
package org.homeward.pictures.reading;

import org.jspecify.annotations.NullMarked;
