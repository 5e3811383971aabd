/**
 * Open photos: the pictures of public alerts, fetched from intake, kept while they may be shown.
 */
package org.homeward.alert.orders.openphotos;
