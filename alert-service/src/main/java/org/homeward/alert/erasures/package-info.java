/** Erasures: this service's word that an erased case is erased here, too. */
package org.homeward.alert.erasures;
