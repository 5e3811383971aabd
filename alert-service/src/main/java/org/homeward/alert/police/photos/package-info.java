/** The photos of police notices: fetched from intake, kept sealed until they are withdrawn. */
package org.homeward.alert.police.photos;
