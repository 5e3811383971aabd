/** Copies of photos: fetched from intake, and kept sealed for as long as a notice lists them. */
package org.homeward.alert.photos;
