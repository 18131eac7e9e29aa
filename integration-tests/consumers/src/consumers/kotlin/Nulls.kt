import ai.heymilo.HeyMilo

fun nullForAnId(milo: HeyMilo) = milo.posting(null)

fun nullForATitle(milo: HeyMilo) = milo.postings().create(null) { it.form {} }

fun anOptionalFieldAsIfItWereThere(milo: HeyMilo): Int = milo.posting("id").get().redirectUrl.length
