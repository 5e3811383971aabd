/** Photos of partners' cases: fetched from their owners, made anew, kept sealed until withdrawn. */
package org.homeward.bridge.photos;
