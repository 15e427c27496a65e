package find

// desk are a dozen procedures as a front desk knows them: enough for names that
// sound alike, shared codes, a disputed code, and words in two languages.
var desk = []Entry{
	{
		ID: "si-joint-injection", Title: "Sacroiliac (SI) joint injection", Short: "SI joint injection",
		Names: []string{
			"SI joint shot", "SI injection", "SI joint block", "hip-back shot", "cortisone shot in the tailbone joint",
			"inyección en la articulación sacroilíaca", "bloqueo sacroilíaco",
		},
		Misspelled: []string{"sacro-illiac injection", "sacroilliac shot", "SIJ injecton"},
		Codes: []Code{
			{Number: "27096", Primary: true}, {Number: "G0260"}, {Number: "20957", Status: "disputed"},
		},
		Category: "Spine & pain", Topics: []string{"low back", "tailbone", "hip", "sciatica"},
	},
	{
		ID: "lumbar-epidural", Title: "Lumbar epidural steroid injection", Short: "Epidural injection, low back",
		Names:      []string{"epidural", "ESI", "cortisone shot in the back", "nerve block for sciatica", "inyección epidural"},
		Misspelled: []string{"epidoral shot", "epidural steriod"},
		Codes:      []Code{{Number: "62323", Primary: true}}, Category: "Spine & pain", Topics: []string{"low back", "sciatica"},
	},
	{
		ID: "knee-injection", Title: "Knee joint injection", Short: "Knee injection",
		Names:      []string{"cortisone shot in the knee", "knee shot", "gel shot", "infiltración de rodilla"},
		Misspelled: []string{"cortizone shot"},
		Codes:      []Code{{Number: "20610", Primary: true}}, Category: "Joint injection", Topics: []string{"knee", "arthritis"},
	},
	{
		ID: "shoulder-injection", Title: "Shoulder joint injection", Short: "Shoulder injection",
		Names: []string{"shoulder shot", "bursitis shot", "inyección en el hombro"},
		Codes: []Code{{Number: "20610", Primary: true}}, Category: "Joint injection", Topics: []string{"shoulder", "frozen shoulder"},
	},
	{
		ID: "knee-arthroscopy", Title: "Knee arthroscopy",
		Names: []string{"knee scope", "meniscus surgery", "artroscopia de rodilla"},
		Codes: []Code{{Number: "29881", Primary: true}}, Category: "Surgery", Topics: []string{"knee", "torn cartilage"},
	},
	{
		ID: "colonoscopy", Title: "Colonoscopy",
		Names:      []string{"colon scope", "colon check", "lower scope", "colonoscopía"},
		Misspelled: []string{"colonscopy", "colonoscapy"},
		Codes:      []Code{{Number: "45378", Primary: true}, {Number: "G0121"}}, Category: "Digestive scope", Topics: []string{"bowel", "colon cancer"},
	},
	{
		ID: "upper-endoscopy", Title: "Upper endoscopy (EGD)", Short: "Upper endoscopy",
		Names: []string{"EGD", "stomach scope", "scope down the throat", "gastroscopy", "endoscopía alta"},
		Codes: []Code{{Number: "43235", Primary: true}}, Category: "Digestive scope", Topics: []string{"stomach", "heartburn"},
	},
	{
		ID: "colposcopy", Title: "Colposcopy",
		Names: []string{"colpo", "bad Pap follow-up", "colposcopía"},
		Codes: []Code{{Number: "57452", Primary: true}}, Category: "Gynecology", Topics: []string{"cervix"},
	},
	{
		ID: "cystoscopy", Title: "Cystoscopy", Short: "Cystoscopy (bladder scope)",
		Names:      []string{"bladder scope", "cysto", "cistoscopia"},
		Misspelled: []string{"cytoscopy"},
		Codes:      []Code{{Number: "52000", Primary: true}}, Category: "Urology", Topics: []string{"bladder"},
	},
	{
		ID: "abdominal-ultrasound", Title: "Abdominal ultrasound",
		Names:      []string{"sonogram of the belly", "liver ultrasound", "ultrasonido abdominal", "ecografía"},
		Misspelled: []string{"ultrasond"},
		Codes:      []Code{{Number: "76700", Primary: true}}, Category: "Imaging", Topics: []string{"belly", "gallbladder"},
	},
	{
		ID: "iud-placement", Title: "IUD placement",
		Names: []string{"the coil", "the T", "Mirena", "DIU", "la T de cobre"},
		Codes: []Code{{Number: "58300", Primary: true}}, Category: "Gynecology", Topics: []string{"birth control"},
	},
	{
		ID: "skin-biopsy", Title: "Skin biopsy",
		Names: []string{"mole check with a sample", "punch biopsy", "biopsia de piel"},
		Codes: []Code{{Number: "11102", Primary: true}, {Number: "11100", Status: "retired"}}, Category: "Skin", Topics: []string{"mole"},
	},
}
